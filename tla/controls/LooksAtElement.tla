--------------------------- MODULE LooksAtElement ----------------------------
(***************************************************************************)
(* The consumer takes an element for the mark of an empty slot: if what it *)
(* reads is 0 it starts over. No model notices, for the k-th element is k  *)
(* and never 0; a caller who puts 0 would. So a law that looks at elements *)
(* says nothing of other elements, and must be told from one that does     *)
(* not.                                                                    *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[Cursor(cRead)]
  /\ cStep' = IF slot[Cursor(cRead)] = 0 THEN "CLoadWrite" ELSE TakeOrder.CReadSlot
  /\ UNCHANGED <<memory, producer, cWrite, cRead, ghosts>>
==============================================================================

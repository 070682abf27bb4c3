----------------------------- MODULE TakeNewest ------------------------------
(***************************************************************************)
(* The consumer reads the newest element instead of the oldest: a stack,   *)
(* not a queue.                                                            *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[IF Cursor(cWrite) = 0 THEN Capacity - 1 ELSE Cursor(cWrite) - 1]
  /\ cStep' = TakeOrder.CReadSlot
  /\ UNCHANGED <<memory, producer, cWrite, cRead, ghosts>>
==============================================================================

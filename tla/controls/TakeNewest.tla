----------------------------- MODULE TakeNewest ------------------------------
(***************************************************************************)
(* The consumer reads the newest element instead of the oldest: a stack,   *)
(* not a queue.                                                            *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[(Cursor(cWrite) - 1) % Capacity]
  /\ cStep' = TakeOrder.CReadSlot
  /\ UNCHANGED <<memory, producer, cWrite, cRead, ghosts>>
==============================================================================

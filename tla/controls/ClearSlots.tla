----------------------------- MODULE ClearSlots ------------------------------
(***************************************************************************)
(* The consumer clears each slot that it has read, for the collector of    *)
(* garbage: the slot has two writers.                                      *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[Cursor(cRead)]
  /\ slot' = [slot EXCEPT ![Cursor(cRead)] = 0]
  /\ cStep' = TakeOrder.CReadSlot
  /\ UNCHANGED <<write, read, produced, consumed, producerWaits, consumerWaits>>
  /\ UNCHANGED <<producer, cWrite, cRead, ghosts>>
==============================================================================

------------------------- MODULE CancelWithoutNotify -------------------------
(***************************************************************************)
(* The consumer cancels and notifies nobody. A producer that sleeps on the *)
(* full ring goes on sleeping.                                             *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCCancel ==
  /\ cStep = "CCancel"
  /\ read' = cRead + Flag
  /\ cStep' = "CDone"
  /\ UNCHANGED <<write, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

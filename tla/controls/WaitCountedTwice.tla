-------------------------- MODULE WaitCountedTwice ---------------------------
(***************************************************************************)
(* A wait of the producer is counted by two.                               *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPCountWait ==
  /\ pStep = "PCountWait"
  /\ producerWaits' = Count(Count(producerWaits))
  /\ pStep' = "PWait"
  /\ UNCHANGED <<write, read, produced, consumed, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>
==============================================================================

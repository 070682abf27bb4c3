-------------------------- MODULE SharedWaitCounter --------------------------
(***************************************************************************)
(* The consumer counts its waits in the word in which the producer counts  *)
(* its own: the word has two writers.                                      *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCCountWait ==
  /\ cStep = "CCountWait"
  /\ producerWaits' = Count(producerWaits)
  /\ cStep' = "CWait"
  /\ UNCHANGED <<write, read, produced, consumed, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

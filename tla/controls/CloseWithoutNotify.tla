------------------------- MODULE CloseWithoutNotify --------------------------
(***************************************************************************)
(* The producer closes and notifies nobody. A consumer that sleeps on the  *)
(* empty ring goes on sleeping.                                            *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPClose ==
  /\ pStep = "PClose"
  /\ write' = pWrite + Flag
  /\ pStep' = "PDone"
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>
==============================================================================

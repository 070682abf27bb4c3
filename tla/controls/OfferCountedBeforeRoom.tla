----------------------- MODULE OfferCountedBeforeRoom ------------------------
(***************************************************************************)
(* The producer counts its element when it begins to wait for room.  If    *)
(* the wait is broken off the element stays counted, and is not put.       *)
(***************************************************************************)
EXTENDS BrokenOffWaits

MutantPCountWait ==
  /\ pStep = "PCountWait"
  /\ producerWaits' = Count(producerWaits)
  /\ produced' = Count(produced)
  /\ pStep' = "PWait"
  /\ UNCHANGED <<write, read, consumed, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>
==============================================================================

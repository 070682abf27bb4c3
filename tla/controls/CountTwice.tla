----------------------------- MODULE CountTwice ------------------------------
(***************************************************************************)
(* PRODUCED is counted before publishing and once more afterwards: whoever *)
(* merges the two orders of the profiles gets this.                        *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPPublish ==
  /\ pStep = "PPublish"
  /\ write' = Next1(pWrite)
  /\ produced' = Count(produced)
  /\ put' = put + 1
  /\ pStep' = PutOrder.PPublish
  /\ UNCHANGED <<read, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, taken, received, ended>>
==============================================================================

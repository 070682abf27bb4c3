---------------------------- MODULE PutAfterClose ----------------------------
(***************************************************************************)
(* The producer goes on after closing, and its next publication takes the  *)
(* flag back.                                                              *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPNotify ==
  /\ pStep = "PNotify"
  /\ cStep' = IF cStep = "CAsleep" THEN "CLoadWrite" ELSE cStep
  /\ pStep' = PutOrder.PNotify
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

MutantPClose ==
  /\ pStep = "PClose"
  /\ write' = Cursor(pWrite) + Flag
  /\ pStep' = "PNotify"
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>

MutantPPublish ==
  /\ pStep = "PPublish"
  /\ write' = Next1(Cursor(pWrite))
  /\ put' = put + 1
  /\ pStep' = PutOrder.PPublish
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, taken, received, ended>>
==============================================================================

---------------------------- MODULE UseWhatItKnew ----------------------------
(***************************************************************************)
(* The producer looks for its own cursor only once: a call that follows    *)
(* uses what the one before it knew.  That goes well until a call is       *)
(* broken off and forgets.                                                 *)
(***************************************************************************)
EXTENDS BrokenOffWaits

MutantPLoadWrite ==
  /\ pStep = "PLoadWrite"
  /\ pElement <= Items
  /\ pStep' = "PLoadRead"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>

\* It keeps its own cursor up to date as it publishes.
MutantPPublish ==
  /\ pStep = "PPublish"
  /\ write' = Next1(pWrite)
  /\ pWrite' = Next1(pWrite)
  /\ put' = put + 1
  /\ pStep' = PutOrder.PPublish
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pRead, pElement, consumer, taken, received, ended>>
==============================================================================

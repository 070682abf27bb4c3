---------------------------- MODULE StillOffering ----------------------------
(***************************************************************************)
(* The stream forgets that its offer was answered, and offers nothing any  *)
(* more.                                                                   *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantOfferStored ==
  /\ pStep = "Offer" /\ ~cancelled
  /\ Fifo!Put
  /\ buffer' = Tail(buffer)
  /\ pStep' = "Idle"
  /\ UNCHANGED <<telling, seen, offering, answering, writer, ending>>
==============================================================================

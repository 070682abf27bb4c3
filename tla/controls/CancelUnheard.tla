---------------------------- MODULE CancelUnheard ----------------------------
(***************************************************************************)
(* An offer that finds the ring cancelled is given up, and nobody hears of *)
(* it.                                                                     *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantOfferCancelled ==
  /\ pStep = "Offer" /\ cancelled
  /\ pStep' = "Idle"
  /\ UNCHANGED <<ring, telling, seen, buffer, offering, answering, writer, ending>>
==============================================================================

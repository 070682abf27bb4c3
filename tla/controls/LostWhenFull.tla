---------------------------- MODULE LostWhenFull -----------------------------
(***************************************************************************)
(* What finds the ring full is dropped.                                    *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantOfferFull ==
  /\ pStep = "Offer" /\ ~cancelled /\ put - taken = Bound
  /\ buffer' = Tail(buffer)
  /\ offering' = FALSE
  /\ pStep' = "Idle"
  /\ UNCHANGED <<ring, telling, seen, answering, writer, ending>>
==============================================================================

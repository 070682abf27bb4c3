---------------------------- MODULE PutBeyondRoom ----------------------------
(***************************************************************************)
(* An element is stored although the ring is full.                         *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantOfferStored ==
  /\ pStep = "Offer" /\ ~cancelled /\ ~closed
  /\ put' = put + 1
  /\ buffer' = Tail(buffer)
  /\ offering' = FALSE
  /\ pStep' = "Idle"
  /\ UNCHANGED <<taken, received, closed, cancelled, ended, telling, seen, answering, writer, ending>>
==============================================================================

------------------------- MODULE DestroyWithoutClose -------------------------
(***************************************************************************)
(* A destroy is not handed on to the ring. A consumer that waits for an    *)
(* element waits for ever.                                                 *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantStop ==
  /\ Idle /\ ~destroyed
  /\ destroyed' = TRUE
  /\ buffer' = <<>>
  /\ offering' = FALSE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, posted, pStep, seen, answering, writer, errors, gone>>
==============================================================================

------------------------ MODULE DestroyWithoutCancel -------------------------
(***************************************************************************)
(* A destroy is not handed on to the ring. A producer that waits for room  *)
(* waits for ever.                                                         *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantStop ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, posted, inside, flowing, awaits, pauses, told>>
==============================================================================

------------------------ MODULE DestroyWithoutCancel -------------------------
(***************************************************************************)
(* A destroy is not handed on to the ring. A producer that waits for room  *)
(* waits for ever.                                                         *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantDestroy ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, posted, cStep, seen, held, reads, buffer, eof>>
  /\ UNCHANGED <<flowing, pauses, delivered, last, ends, gone>>
==============================================================================

-------------------------- MODULE TakeAfterDestroy ---------------------------
(***************************************************************************)
(* A task that was posted before the destroy polls the ring after it, and  *)
(* the cancel never comes in between.                                      *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantTold ==
  /\ cStep = "Idle" /\ posted
  /\ posted' = FALSE
  /\ cStep' = "Poll"
  /\ UNCHANGED <<ring, owes, asked, seen, held, reads, buffer, eof, consumer>>

MutantDestroy ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, posted, cStep, seen, held, reads, buffer, eof>>
  /\ UNCHANGED <<flowing, pauses, delivered, last, ends, gone>>
==============================================================================

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

MutantStop ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, posted, inside, flowing, awaits, pauses, told>>
==============================================================================

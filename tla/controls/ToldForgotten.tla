---------------------------- MODULE ToldForgotten ----------------------------
(***************************************************************************)
(* The stream forgets that it was told: the task that was posted does not  *)
(* poll, and nobody asks any more.                                         *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantTold ==
  /\ cStep = "Idle" /\ posted
  /\ posted' = FALSE
  /\ UNCHANGED <<ring, owes, asked, inside, consumer>>
==============================================================================

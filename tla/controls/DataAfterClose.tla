--------------------------- MODULE DataAfterClose ----------------------------
(***************************************************************************)
(* What is still held is delivered although the event close has come.      *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantEmitClose ==
  /\ cStep = "Idle" /\ destroyed /\ ~gone
  /\ ErrorIsTold
  /\ gone' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, ends, errors, destroyed, failed>>

MutantDeliver ==
  /\ flowing /\ errors = 0
  /\ HandOut
  /\ UNCHANGED awaits
==============================================================================

-------------------------- MODULE SabStreamMistakes --------------------------
(***************************************************************************)
(* Mistakes about errors and about reading, each of one step.              *)
(***************************************************************************)
EXTENDS SabStreamPromises

\* The error is told again.
ErrorTwice ==
  /\ cStep = "Idle" /\ failed /\ ~gone /\ errors < 2
  /\ errors' = errors + 1
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, ends, gone, destroyed, failed>>

\* A stream that is destroyed without an error tells one.
ErrorOfNothing ==
  /\ cStep = "Idle" /\ destroyed /\ errors = 0
  /\ errors' = 1
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, ends, gone, destroyed, failed>>

\* What is still held is delivered after the error.
DataAfterError ==
  /\ flowing /\ ~gone
  /\ HandOut
  /\ UNCHANGED awaits

\* A stream that has failed ends all the same.
EndAfterError ==
  /\ cStep = "Idle" /\ flowing /\ eof /\ buffer = <<>> /\ ends = 0
  /\ ends' = ends + 1
  /\ destroyed' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, errors, gone, failed>>

\* Data comes although the consumer has paused, or was unpiped.
DataWhilePaused ==
  /\ ~gone /\ errors = 0
  /\ HandOut
  /\ UNCHANGED awaits

\* The event readable comes although there is nothing.
ReadableTooEarly ==
  /\ cStep = "Idle" /\ ~destroyed /\ awaits = "readable"
  /\ awaits' = "nothing"
  /\ UNCHANGED <<ring, telling, inside, flowing, pauses, told, destroyed, failed>>

\* The event readable does not come.
ReadableForgotten == FALSE /\ UNCHANGED vars

\* The event error does not come, nor does the close wait for it.
ErrorForgotten == FALSE /\ UNCHANGED vars
==============================================================================

------------------------- MODULE SabWritableMistakes -------------------------
(***************************************************************************)
(* Mistakes about errors and the close, each of one step.                  *)
(***************************************************************************)
EXTENDS SabWritablePromises

\* The close comes without the error.
ErrorLost == TRUE

\* The error is told again.
ErrorTwice ==
  /\ Idle /\ failed /\ ~gone /\ errors < 2
  /\ errors' = errors + 1
  /\ UNCHANGED <<ring, telling, inside, writer, destroyed, failed, gone>>

\* A stream that is destroyed without an error tells one.
ErrorOfNothing ==
  /\ Idle /\ destroyed /\ errors = 0
  /\ errors' = 1
  /\ UNCHANGED <<ring, telling, inside, writer, destroyed, failed, gone>>

\* The event does not come.
Forgotten == FALSE /\ UNCHANGED vars
==============================================================================

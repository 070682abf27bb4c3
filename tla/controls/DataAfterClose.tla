--------------------------- MODULE DataAfterClose ----------------------------
(***************************************************************************)
(* What is still held is delivered although the event close has come.      *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantEmitClose ==
  /\ cStep = "Idle" /\ destroyed /\ ~gone
  /\ gone' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, pauses, delivered, last, ends, destroyed>>

MutantDeliver ==
  /\ cStep = "Idle" /\ flowing /\ buffer # <<>>
  /\ last' = Head(buffer)
  /\ buffer' = Tail(buffer)
  /\ delivered' = delivered + 1
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof>>
  /\ UNCHANGED <<flowing, pauses, ends, destroyed, gone>>
==============================================================================

-------------------------- MODULE DataAfterDestroy ---------------------------
(***************************************************************************)
(* What is still held is delivered although the stream has been destroyed. *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantDestroy ==
  /\ cStep = "Idle" /\ ~destroyed /\ ends = 0
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ cStep' = "Cancel"
  /\ UNCHANGED <<ring, owes, posted, seen, held, reads, buffer, eof>>
  /\ UNCHANGED <<flowing, pauses, delivered, last, ends>>

MutantDeliver ==
  /\ cStep = "Idle" /\ flowing /\ buffer # <<>>
  /\ last' = Head(buffer)
  /\ buffer' = Tail(buffer)
  /\ delivered' = delivered + 1
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof, flowing, pauses, ends, destroyed>>
==============================================================================

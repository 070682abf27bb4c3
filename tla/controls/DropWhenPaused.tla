--------------------------- MODULE DropWhenPaused ----------------------------
(***************************************************************************)
(* What is pushed while the consumer has paused is dropped.                *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantPush ==
  /\ cStep = "Push"
  /\ buffer' = IF flowing THEN Append(buffer, held) ELSE buffer
  /\ reads' = reads - 1
  /\ cStep' = "Idle"
  /\ UNCHANGED <<ring, telling, seen, held, eof, consumer>>
==============================================================================

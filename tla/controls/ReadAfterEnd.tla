---------------------------- MODULE ReadAfterEnd -----------------------------
(***************************************************************************)
(* The stream calls _read although the end has been pushed.                *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantRead ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ WantsMore /\ MayRead
  /\ reads' = reads + 1
  /\ cStep' = "Poll"
  /\ UNCHANGED <<ring, telling, seen, held, buffer, eof, consumer>>
==============================================================================

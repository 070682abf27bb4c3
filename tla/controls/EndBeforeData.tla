---------------------------- MODULE EndBeforeData ----------------------------
(***************************************************************************)
(* The end is told as soon as it has been pushed, before what is still     *)
(* held.                                                                   *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantEmitEnd ==
  /\ cStep = "Idle" /\ flowing /\ ~destroyed /\ eof
  /\ ends' = ends + 1
  /\ destroyed' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, errors, gone, failed>>
==============================================================================

------------------------------ MODULE DoubleEnd ------------------------------
(***************************************************************************)
(* The end is told whenever the stream is empty, and not only the first    *)
(* time.                                                                   *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantEmitEnd ==
  /\ cStep = "Idle" /\ flowing /\ ~destroyed /\ eof /\ buffer = <<>> /\ ends < 2
  /\ ends' = ends + 1
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, errors, gone, destroyed, failed>>
==============================================================================

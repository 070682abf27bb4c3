------------------------------- MODULE PollAll -------------------------------
(***************************************************************************)
(* The poll takes all that the ring holds and keeps the last of it.        *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantPollElement ==
  /\ cStep = "Poll" /\ taken < put /\ ~cancelled
  /\ taken' = put /\ received' = put
  /\ held' = put
  /\ cStep' = "Push"
  /\ UNCHANGED <<put, closed, cancelled, ended, telling, seen, reads, buffer, eof, consumer>>
==============================================================================

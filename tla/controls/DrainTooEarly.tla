---------------------------- MODULE DrainTooEarly ----------------------------
(***************************************************************************)
(* The event drain comes while something is still waiting.                 *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantDrain ==
  /\ Idle /\ ~destroyed /\ needDrain
  /\ needDrain' = FALSE
  /\ UNCHANGED <<ring, telling, inside, written, finishing, ending>>
==============================================================================

------------------------------- MODULE NoRoom --------------------------------
(***************************************************************************)
(* The invariant without one of its conjuncts: that room once seen stays.  *)
(* From a state in which the producer is about to fill a full ring, one    *)
(* step leads out of what is left.                                         *)
(***************************************************************************)
EXTENDS InductiveStates

MutantRoom == TRUE
==============================================================================

------------------------------ MODULE WrongRule ------------------------------
(***************************************************************************)
(* A rule that is not enough: the rank does not grow, but the sides may be *)
(* in charge by turns.  Then neither can take a step all the time, and     *)
(* weak fairness asks nothing of them.                                     *)
(***************************************************************************)
EXTENDS RankingRule

ByTurns(isGood, isPending, value, isTurn, one, other) ==
  isPending /\ ~isGood =>
    \/ isGood'
    \/ isPending' /\ value' < value
    \/ isPending' /\ value' = value /\ ~(IF isTurn THEN one ELSE other)
==============================================================================

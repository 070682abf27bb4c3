----------------------------- MODULE RankingRule -----------------------------
(***************************************************************************)
(* Whether what Ranking says is true: if its two formulas hold and both    *)
(* sides are weakly fair, then the good thing comes.  TLC checks it of a   *)
(* system that takes any step which ComesNearer allows, and may be in any  *)
(* state that is Ranked, with ranks up to MaxRank.  Besides the two sides  *)
(* somebody takes steps who is not fair, as whoever wakes for no reason.   *)
(***************************************************************************)
EXTENDS Ranking

CONSTANT
  MaxRank        \* the greatest rank

ASSUME MaxRankIsNatural == MaxRank \in Nat

VARIABLES
  good, pending, rank, turn,
  oneCan,        \* whether the one side can take a step
  otherCan,      \* whether the other side can
  mover          \* who took the last step

vars == <<good, pending, rank, turn, oneCan, otherCan, mover>>

IsRanked == Ranked(FALSE, good, pending, rank, turn, oneCan, otherCan)

Init ==
  /\ good \in BOOLEAN /\ pending \in BOOLEAN /\ rank \in 0..MaxRank /\ turn \in BOOLEAN
  /\ oneCan \in BOOLEAN /\ otherCan \in BOOLEAN /\ mover = "somebody"
  /\ IsRanked

Step(who) ==
  /\ good' \in BOOLEAN /\ pending' \in BOOLEAN /\ rank' \in 0..MaxRank /\ turn' \in BOOLEAN
  /\ oneCan' \in BOOLEAN /\ otherCan' \in BOOLEAN /\ mover' = who
  /\ IsRanked'
  /\ ComesNearer(good, pending, rank, turn, who = "one", who = "other")

One == oneCan /\ Step("one")
Other == otherCan /\ Step("other")

RuleSpec == Init /\ [][One \/ Other \/ Step("somebody")]_vars /\ WF_vars(One) /\ WF_vars(Other)

GoodComes == pending ~> good

THEOREM RankingIsEnough == RuleSpec => GoodComes
==============================================================================

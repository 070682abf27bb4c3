------------------------------ MODULE EventRule ------------------------------
(***************************************************************************)
(* Whether what Ranking says of events is true: if its two formulas hold,  *)
(* both sides are weakly fair and the events strongly, then the good thing *)
(* comes.  TLC checks it as it checks RankingRule: of a system that takes  *)
(* any step which NearerByEvents allows, and may be in any state that is   *)
(* RankedByEvents, with both ranks up to MaxRank.                          *)
(***************************************************************************)
EXTENDS Ranking

CONSTANT
  MaxRank        \* the greatest rank

ASSUME MaxRankIsNatural == MaxRank \in Nat

VARIABLES
  good, pending, rank, busy, turn,
  eventCan,      \* whether an event can happen
  oneCan,        \* whether the one side can take a step
  otherCan,      \* whether the other side can
  mover          \* who took the last step

vars == <<good, pending, rank, busy, turn, eventCan, oneCan, otherCan, mover>>

IsRanked == RankedByEvents(FALSE, good, pending, rank, busy, turn, eventCan, oneCan, otherCan)

Init ==
  /\ good \in BOOLEAN /\ pending \in BOOLEAN /\ rank \in 0..MaxRank /\ busy \in 0..MaxRank
  /\ turn \in BOOLEAN /\ eventCan \in BOOLEAN /\ oneCan \in BOOLEAN /\ otherCan \in BOOLEAN
  /\ mover = "somebody"
  /\ IsRanked

\* What happens before it is pending, and after it has come, is no matter.
Step(who) ==
  /\ pending /\ ~good
  /\ good' \in BOOLEAN
  /\ IF good'
     THEN UNCHANGED <<pending, rank, busy, turn, eventCan, oneCan, otherCan>>
     ELSE /\ pending' \in BOOLEAN /\ rank' \in 0..MaxRank /\ busy' \in 0..MaxRank
          /\ turn' \in BOOLEAN /\ eventCan' \in BOOLEAN
          /\ oneCan' \in BOOLEAN /\ otherCan' \in BOOLEAN
  /\ mover' = who
  /\ IsRanked'
  /\ NearerByEvents(good, pending, rank, busy, turn, eventCan,
                    who = "event", who = "one", who = "other")

Event == eventCan /\ Step("event")
One == oneCan /\ Step("one")
Other == otherCan /\ Step("other")

Moves == Init /\ [][Event \/ One \/ Other \/ Step("somebody")]_vars /\ WF_vars(One) /\ WF_vars(Other)

RuleSpec == Moves /\ SF_vars(Event)

\* Not enough: the chance of an event may pass, and come again, and pass.
WeakRuleSpec == Moves /\ WF_vars(Event)

GoodComes == pending ~> good

THEOREM EventsAreEnough == RuleSpec => GoodComes
==============================================================================

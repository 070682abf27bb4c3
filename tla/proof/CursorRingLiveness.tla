------------------------- MODULE CursorRingLiveness --------------------------
(***************************************************************************)
(* Why everything put is taken, closing and cancelling arrive and a put    *)
(* comes back, for every capacity and any number of elements: a rank for   *)
(* each, as Ranking wants it.  The sides are the consumer, and the         *)
(* producer within a call.                                                 *)
(***************************************************************************)
EXTENDS CursorRingInvariant, Ranking

\* When a side can take a step, and one that changes something.
ConsumerCan == cStep \notin {"CAsleep", "CDone"}
ProducerCan == pStep \notin {"PAsleep", "PDone", "PLoadWrite"}
ConsumerIsAble == ConsumerCan => ENABLED <<Consumer>>_vars
ProducerIsAble == ProducerCan => ENABLED <<ProducerInCall>>_vars

------------------------------------------------------------------------------
\* The consumer, while something is stored or the producer has closed.

\* How many steps, at most, until it takes or is told the end. What it has loaded may be older than
\* what it waits for: then it finds the ring empty once more, and the wait does not begin. If it
\* sleeps, the producer has still to notify.
StepsToTake ==
  IF cStep = "CPublish" THEN 1
  ELSE IF cStep = "CReadSlot" THEN 2
  ELSE IF cStep = "CCancel" THEN 3
  ELSE IF cStep = "CLoadRead" THEN IF ConsumerSees(cWrite, read) = "empty" THEN 7 ELSE 3
  ELSE IF cStep = "CLoadWrite" THEN 4
  ELSE IF cStep \in {"CNotify", "CWait"} THEN 5
  ELSE IF cStep = "CAsleep" THEN IF pStep = "PNotify" THEN 5 ELSE 6
  ELSE 6

\* Elements first, then steps.
FarFrom(element) == 8 * (element - taken) + StepsToTake

ConsumersTurn == cStep # "CAsleep"

TakingIsRanked ==
  \A k \in 1..Items :
    Ranked(put >= k, taken >= k \/ IsFlagged(read), put >= k, FarFrom(k),
           ConsumersTurn, ConsumerCan, ProducerCan)
TakingComesNearer ==
  [][\A k \in 1..Items :
       ComesNearer(taken >= k \/ IsFlagged(read), put >= k, FarFrom(k),
                   ConsumersTurn, Consumer, ProducerInCall)]_vars

EndIsRanked ==
  Ranked(IsFlagged(write), ended \/ IsFlagged(read), IsFlagged(write), FarFrom(put),
         ConsumersTurn, ConsumerCan, ProducerCan)
EndComesNearer ==
  [][ComesNearer(ended \/ IsFlagged(read), IsFlagged(write), FarFrom(put),
                 ConsumersTurn, Consumer, ProducerInCall)]_vars

------------------------------------------------------------------------------
\* The producer, while there is room or the consumer has cancelled.

\* How many steps, at most, until its call comes back. If it sleeps, the consumer has still to notify.
StepsToReturn ==
  IF pStep \in {"PNotify", "PWait"} THEN 1
  ELSE IF pStep \in {"PClose", "PCountWait"} THEN 2
  ELSE IF pStep = "PCountProduced" THEN IF Profile = "seed" THEN 2 ELSE 3
  ELSE IF pStep = "PPublish" THEN IF Profile = "seed" THEN 3 ELSE 2
  ELSE IF pStep = "PWriteSlot" THEN 4
  ELSE IF pStep = "PLoadRead" THEN 5
  ELSE IF pStep = "PAsleep" THEN IF cStep = "CNotify" THEN 2 ELSE 3
  ELSE 0

ConsumersTurnToNotify == pStep = "PAsleep"

\* Where it matters, there is room; what follows comes back in any case.
WillReturn ==
  pStep \in {"PLoadRead", "PCountWait", "PWait", "PAsleep"} => ~Full(write, read) \/ IsFlagged(read)

ReturnIsRanked ==
  Ranked(~Full(write, read) \/ IsFlagged(read), pStep \in {"PLoadWrite", "PDone"},
         WillReturn, StepsToReturn, ConsumersTurnToNotify, ConsumerCan, ProducerCan)
ReturnComesNearer ==
  [][ComesNearer(pStep \in {"PLoadWrite", "PDone"}, WillReturn, StepsToReturn,
                 ConsumersTurnToNotify, Consumer, ProducerInCall)]_vars

CancelIsRanked ==
  Ranked(IsFlagged(read), pStep # "PAsleep", IsFlagged(read), StepsToReturn,
         ConsumersTurnToNotify, ConsumerCan, ProducerCan)
CancelComesNearer ==
  [][ComesNearer(pStep # "PAsleep", IsFlagged(read), StepsToReturn,
                 ConsumersTurnToNotify, Consumer, ProducerInCall)]_vars

THEOREM Able == Spec => [](ConsumerIsAble /\ ProducerIsAble)
THEOREM RankedStates ==
  Spec => [](TakingIsRanked /\ EndIsRanked /\ ReturnIsRanked /\ CancelIsRanked)
THEOREM RankedSteps ==
  Spec => TakingComesNearer /\ EndComesNearer /\ ReturnComesNearer /\ CancelComesNearer
==============================================================================

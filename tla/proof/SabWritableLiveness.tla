------------------------- MODULE SabWritableLiveness -------------------------
(***************************************************************************)
(* Why everything written is put, drain, error and close follow, and an    *)
(* end and a cancel arrive, for every ring, every high-water mark and any  *)
(* number of elements: a rank for each, as Ranking wants it.  The sides    *)
(* are the ring's consumer and the stream.  Here weak fairness is enough:  *)
(* as long as the ring is full it is the consumer's turn, however often    *)
(* the stream has been woken for no reason; and then there is room.        *)
(***************************************************************************)
EXTENDS SabWritableInvariant, Ranking

Number(yes) == IF yes THEN 1 ELSE 0

\* When a side can take a step, and one that changes something.
ConsumerCan == owes \/ (~cancelled /\ taken < put)
StreamCan == HasWork /\ ~asked
ConsumerIsAble == ConsumerCan => ENABLED <<Consumer>>_vars
StreamIsAble == StreamCan => ENABLED <<Stream>>_vars

------------------------------------------------------------------------------

\* The ring has no room for what is offered, and is not cancelled.
IsStuck == buffer # <<>> /\ put - taken = Bound /\ ~cancelled

\* How many steps, at most, until the ring has the first of the buffer, or the stream hears that it
\* is cancelled. What an offer saw that has still to ask is older than the room.
StepsToStore ==
  IF buffer = <<>> THEN Number(posted)
  ELSE IF IsStuck THEN 4 + Number(owes)
  ELSE IF pStep = "Offer" THEN 1
  ELSE IF asked THEN 3
  ELSE 2

StepsToClose == IF closed THEN 0 ELSE IF pStep = "Close" THEN 1 ELSE 2

\* Elements first, then steps; and what is still to be written, to be answered and to be told.
FarFrom(element) ==
  6 * (element - put) + StepsToStore + StepsToClose
  + 8 * (Items - written) + 2 * Number(answering) + Number(needDrain)

ConsumersTurn == IsStuck \/ asked

PuttingIsRanked ==
  \A k \in 1..Items :
    Ranked(written >= k, put >= k \/ destroyed, written >= k, FarFrom(k),
           ConsumersTurn, ConsumerCan, StreamCan)
PuttingComesNearer ==
  [][\A k \in 1..Items :
       ComesNearer(put >= k \/ destroyed, written >= k, FarFrom(k),
                   ConsumersTurn, Consumer, Stream)]_vars

DrainIsRanked ==
  Ranked(needDrain, ~needDrain \/ destroyed, needDrain, FarFrom(Items),
         ConsumersTurn, ConsumerCan, StreamCan)
DrainComesNearer ==
  [][ComesNearer(~needDrain \/ destroyed, needDrain, FarFrom(Items),
                 ConsumersTurn, Consumer, Stream)]_vars

EndIsRanked ==
  Ranked(finishing, closed, finishing, FarFrom(Items), ConsumersTurn, ConsumerCan, StreamCan)
EndComesNearer ==
  [][ComesNearer(closed, finishing, FarFrom(Items), ConsumersTurn, Consumer, Stream)]_vars

CancelIsRanked ==
  Ranked(cancelled /\ offering, destroyed, cancelled /\ offering, FarFrom(Items),
         ConsumersTurn, ConsumerCan, StreamCan)
CancelComesNearer ==
  [][ComesNearer(destroyed, cancelled /\ offering, FarFrom(Items),
                 ConsumersTurn, Consumer, Stream)]_vars

------------------------------------------------------------------------------
\* What follows a destroy.

FarFromSilence == FarFrom(Items) + Number(failed /\ errors = 0)

ErrorIsRanked ==
  Ranked(failed, errors = 1, failed, FarFromSilence, ConsumersTurn, ConsumerCan, StreamCan)
ErrorComesNearer ==
  [][ComesNearer(errors = 1, failed, FarFromSilence, ConsumersTurn, Consumer, Stream)]_vars

CloseIsRanked ==
  Ranked(destroyed, gone, destroyed, FarFromSilence, ConsumersTurn, ConsumerCan, StreamCan)
CloseComesNearer ==
  [][ComesNearer(gone, destroyed, FarFromSilence, ConsumersTurn, Consumer, Stream)]_vars

------------------------------------------------------------------------------

THEOREM Able == Spec => [](ConsumerIsAble /\ StreamIsAble)
THEOREM RankedStates == Spec =>
  [](PuttingIsRanked /\ DrainIsRanked /\ EndIsRanked /\ CancelIsRanked /\ ErrorIsRanked
     /\ CloseIsRanked)
THEOREM RankedSteps == Spec =>
  PuttingComesNearer /\ DrainComesNearer /\ EndComesNearer /\ CancelComesNearer
  /\ ErrorComesNearer /\ CloseComesNearer
==============================================================================

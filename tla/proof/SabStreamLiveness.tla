-------------------------- MODULE SabStreamLiveness --------------------------
(***************************************************************************)
(* Why everything put is delivered, the end is told, a destroy reaches the *)
(* ring and error and close follow, for every ring, every high-water mark, *)
(* any number of elements and of pauses: a rank for each, as Ranking wants *)
(* it.  The sides are the producer, which notifies, and the stream.        *)
(*                                                                         *)
(* The stream is busy again and again, even if it has been woken for no    *)
(* reason, and delivers nothing meanwhile.  So what brings an element that *)
(* it holds nearer are events: data and end, and that who has paused       *)
(* resumes, or reads.                                                      *)
(***************************************************************************)
EXTENDS SabStreamInvariant, Ranking

Number(yes) == IF yes THEN 1 ELSE 0

\* When a side can take a step, and one that changes something.
NotifyCan == owes
StreamCan == ~(asked \/ cStep = "Asleep" \/ gone)
NotifyIsAble == NotifyCan => ENABLED <<PNotify>>_vars
StreamIsAble == StreamCan => ENABLED <<Stream>>_vars

ProducersTurn == asked \/ cStep = "Asleep"

------------------------------------------------------------------------------
\* The elements, and the end behind the last of them.

ThereIsSomething == buffer # <<>> \/ eof

\* How many steps, at most, until the next of them is there. What is there may still have to be
\* announced to who reads.
StepsToNext ==
  IF buffer # <<>> THEN Number(awaits = "readable")
  ELSE IF eof THEN Number(awaits # "end") + Number(awaits = "readable")
  ELSE Number(awaits = "nothing")
       + IF cStep \in {"Push", "PushEnd"} THEN 3
         ELSE IF cStep = "Poll" THEN 4
         ELSE IF asked \/ cStep = "Asleep" THEN 6
         ELSE 5

\* Elements first, then steps; and each pause takes a step to end it.
FarFrom(element) ==
  8 * (element - delivered) + StepsToNext + Number(~flowing) + 2 * (Pauses - pauses)

\* How many steps until the loop is idle. A poll that finds something needs fewer.
StepsToIdle ==
  IF cStep \in {"Push", "PushEnd"} THEN 1
  ELSE IF cStep = "Poll" THEN IF taken < put \/ closed THEN 2 ELSE 5
  ELSE IF cStep \in {"Ask", "Wait"} THEN IF StillAsSeen THEN 4 ELSE 3
  ELSE IF cStep = "Asleep" THEN 3
  ELSE 0

Events == Deliver \/ EmitEnd \/ Resume
EventCan == cStep = "Idle" /\ ~destroyed /\ (flowing => ThereIsSomething)
EventIsAble == EventCan => ENABLED <<Events>>_vars

DeliveryIsRanked ==
  \A k \in 1..Items :
    RankedByEvents(put >= k, delivered >= k \/ destroyed, put >= k, FarFrom(k), StepsToIdle,
                   ProducersTurn, EventCan, NotifyCan, StreamCan)
DeliveryComesNearer ==
  [][\A k \in 1..Items :
       NearerByEvents(delivered >= k \/ destroyed, put >= k, FarFrom(k), StepsToIdle,
                      ProducersTurn, EventCan, Events, PNotify, Stream)]_vars

WaitingIsRanked ==
  \A k \in 1..Items :
    RankedByEvents(put >= k /\ HighWater <= 1, delivered >= k \/ destroyed,
                   put >= k /\ HighWater <= 1, FarFrom(k), StepsToIdle,
                   ProducersTurn, EventCan, NotifyCan, StreamCan)
WaitingComesNearer ==
  [][\A k \in 1..Items :
       NearerByEvents(delivered >= k \/ destroyed, put >= k /\ HighWater <= 1, FarFrom(k),
                      StepsToIdle, ProducersTurn, EventCan, Events, PNotify, Stream)]_vars

EndIsRanked ==
  RankedByEvents(closed, ends = 1 \/ destroyed, closed, FarFrom(put + 1), StepsToIdle,
                 ProducersTurn, EventCan, NotifyCan, StreamCan)
EndComesNearer ==
  [][NearerByEvents(ends = 1 \/ destroyed, closed, FarFrom(put + 1), StepsToIdle,
                    ProducersTurn, EventCan, Events, PNotify, Stream)]_vars

------------------------------------------------------------------------------
\* The same of a consumer that reads, and need not resume.

ReadEvents == Deliver \/ EmitEnd \/ EmitReadable \/ Reads
ReadEventCan ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ ThereIsSomething \/ (~flowing /\ awaits = "nothing")
ReadEventIsAble == ReadEventCan => ENABLED <<ReadEvents>>_vars

ByItselfCan ==
  \/ cStep \notin {"Idle", "Asleep"}
  \/ cStep = "Idle" /\ posted
  \/ cStep = "Idle" /\ reads = 0 /\ ~eof /\ ~destroyed /\ WantsMore
ByItselfIsAble == ByItselfCan => ENABLED <<StreamByItself>>_vars

ReadingIsRanked ==
  \A k \in 1..Items :
    RankedByEvents(put >= k, delivered >= k \/ destroyed, put >= k, FarFrom(k), StepsToIdle,
                   ProducersTurn, ReadEventCan, NotifyCan, ByItselfCan)
ReadingComesNearer ==
  [][\A k \in 1..Items :
       NearerByEvents(delivered >= k \/ destroyed, put >= k, FarFrom(k), StepsToIdle,
                      ProducersTurn, ReadEventCan, ReadEvents, PNotify, StreamByItself)]_vars

ReadingEndIsRanked ==
  RankedByEvents(closed, ends = 1 \/ destroyed, closed, FarFrom(put + 1), StepsToIdle,
                 ProducersTurn, ReadEventCan, NotifyCan, ByItselfCan)
ReadingEndComesNearer ==
  [][NearerByEvents(ends = 1 \/ destroyed, closed, FarFrom(put + 1), StepsToIdle,
                    ProducersTurn, ReadEventCan, ReadEvents, PNotify, StreamByItself)]_vars

------------------------------------------------------------------------------
\* What follows a destroy. The stream is not busy any more, and in charge of all of it.

FarFromSilence ==
  Len(buffer) + Number(posted) + Number(cStep = "Cancel") + Number(failed /\ errors = 0)
  + Number(~flowing) + 2 * (Pauses - pauses)

CancelIsRanked ==
  Ranked(destroyed, eof \/ cancelled, destroyed, FarFromSilence, FALSE, NotifyCan, StreamCan)
CancelComesNearer ==
  [][ComesNearer(eof \/ cancelled, destroyed, FarFromSilence, FALSE, PNotify, Stream)]_vars

ErrorIsRanked == Ranked(failed, errors = 1, failed, FarFromSilence, FALSE, NotifyCan, StreamCan)
ErrorComesNearer ==
  [][ComesNearer(errors = 1, failed, FarFromSilence, FALSE, PNotify, Stream)]_vars

CloseIsRanked == Ranked(destroyed, gone, destroyed, FarFromSilence, FALSE, NotifyCan, StreamCan)
CloseComesNearer ==
  [][ComesNearer(gone, destroyed, FarFromSilence, FALSE, PNotify, Stream)]_vars

------------------------------------------------------------------------------

THEOREM Able == Spec =>
  [](NotifyIsAble /\ StreamIsAble /\ EventIsAble /\ ByItselfIsAble /\ ReadEventIsAble)
THEOREM RankedStates ==
  Spec => [](WaitingIsRanked /\ EndIsRanked /\ CancelIsRanked /\ ErrorIsRanked /\ CloseIsRanked)
THEOREM RankedSteps == Spec =>
  WaitingComesNearer /\ EndComesNearer /\ CancelComesNearer /\ ErrorComesNearer
  /\ CloseComesNearer
THEOREM RankedIfItAsks == Spec => (Source = "asks" =>
  /\ [](DeliveryIsRanked /\ ReadingIsRanked /\ ReadingEndIsRanked)
  /\ DeliveryComesNearer /\ ReadingComesNearer /\ ReadingEndComesNearer)
==============================================================================

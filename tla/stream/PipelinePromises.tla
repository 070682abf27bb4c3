-------------------------- MODULE PipelinePromises ---------------------------
(***************************************************************************)
(* What two streams with the ring between them promise: that the ring's    *)
(* steps are enough for what SabStream and SabWritable ask of a            *)
(* BoundedFifo, and what that comes to from end to end.                    *)
(***************************************************************************)
EXTENDS Pipeline

\* The streams see a BoundedFifo.
RefinesSabWritable == Writable!Spec
RefinesSabStream == Readable!Spec

\* The ring is left alone, or takes a step of its own.
TakesTheRingsSteps == Spec

\* And it takes it when it can: no stream stands in the way of a call that has begun.
NeitherIsHeldBack ==
  /\ wTask \in {"Offer", "Close"} => ENABLED WriterCalls
  /\ rTask \in {"Poll", "Cancel"} => ENABLED ReaderCalls

\* RB601: first in, first out, from end to end. The k-th element is the number k.
DeliveredInOrder == last = delivered
HeldInOrder ==
  /\ \A i \in DOMAIN rBuffer : rBuffer[i] = delivered + i
  /\ \A i \in DOMAIN wBuffer : wBuffer[i] = put + i

\* RB602: so much is on its way at the most, in both streams and the ring.
MostHeld == IF ReadHighWater = 0 THEN 1 ELSE ReadHighWater
InFlightIsBounded ==
  ~wDestroyed /\ ~rDestroyed =>
    written - delivered <= WriteHighWater + Capacity - 1 + MostHeld

\* RB604: the end comes after everything that was put, and that is all that was written unless the
\* writing stream was destroyed.
EndOnlyAfterAll ==
  ends > 0 => delivered = put /\ (wDestroyed \/ (finishing /\ put = written))

\* RB606: a side of the ring that sleeps keeps no loop busy.
LoopNeverBlocks ==
  /\ pStep = "PAsleep" => wTask = "Idle"
  /\ cStep = "CAsleep" => rTask = "Idle"

\* RB607, RB614: who has asked has nothing to be told, or will be told.
WillBeTold ==
  cStep = "CAsleep" => pStep = "PNotify" \/ (Empty(write, read) /\ ~IsFlagged(write))
WillBeToldOfRoom ==
  pStep = "PAsleep" =>
    cStep \in {"CCountConsumed", "CNotify"} \/ (Full(write, read) /\ ~IsFlagged(read))

------------------------------------------------------------------------------
\* What needs FairPipelineSpec.

\* RB611, RB614
EverythingWrittenIsPut == \A k \in 1..Items : written >= k ~> (put >= k \/ wDestroyed)

\* RB601, RB607
EverythingPutIsDelivered == \A k \in 1..Items : put >= k ~> (delivered >= k \/ rDestroyed)

\* RB613, and RB604
EndClosesTheRing == finishing ~> IsFlagged(write)
CloseEndsTheStream == IsFlagged(write) ~> (ends = 1 \/ rDestroyed)

\* RB608, and RB615: the offer that waits for room fails. One that had room may overtake the cancel.
DestroyReachesTheRing == rDestroyed ~> (eof \/ IsFlagged(read))
CancelReachesTheStream == (IsFlagged(read) /\ wOffering) ~> (wDestroyed \/ ~wOffering)

------------------------------------------------------------------------------

THEOREM PipelineSafety == PipelineSpec =>
  [](NeitherIsHeldBack /\ DeliveredInOrder /\ HeldInOrder /\ InFlightIsBounded /\ EndOnlyAfterAll
     /\ LoopNeverBlocks /\ WillBeTold /\ WillBeToldOfRoom)
THEOREM PipelineRefinement ==
  PipelineSpec => RefinesSabWritable /\ RefinesSabStream /\ TakesTheRingsSteps
THEOREM PipelineLiveness ==
  FairPipelineSpec =>
    EverythingWrittenIsPut /\ EverythingPutIsDelivered /\ EndClosesTheRing /\ CloseEndsTheStream
      /\ DestroyReachesTheRing /\ CancelReachesTheStream
==============================================================================

------------------------- MODULE SabStreamPromises ---------------------------
(***************************************************************************)
(* What the stream promises; each promise that is a rule has its number.   *)
(***************************************************************************)
EXTENDS SabStream

StateOK ==
  /\ Fifo!TypeOK
  /\ owes \in BOOLEAN /\ asked \in BOOLEAN /\ posted \in BOOLEAN
  /\ cStep \in {"Idle", "Poll", "Ask", "Wait", "Asleep", "Push", "PushEnd", "Cancel"}
  /\ seen \in (0..Items) \X BOOLEAN
  /\ held \in 0..Items /\ last \in 0..Items
  /\ reads \in {0, 1} /\ buffer \in Seq(1..Items) /\ eof \in BOOLEAN
  /\ flowing \in BOOLEAN /\ awaits \in {"nothing", "readable", "end"} /\ pauses \in 0..Pauses
  /\ delivered \in 0..Items /\ ends \in Nat /\ errors \in Nat
  /\ destroyed \in BOOLEAN /\ failed \in BOOLEAN /\ gone \in BOOLEAN

\* The ring is used as it wants to be used.
UsesTheRing == Fifo!Spec

\* RB601: first in, first out, from end to end. The k-th element is the number k.
DeliveredInOrder == last = delivered
HeldInOrder == \A i \in DOMAIN buffer : buffer[i] = delivered + i

\* Who has paused gets what it reads, and nothing else; and it is told only when there is something.
NothingWhilePaused == [][delivered' # delivered => flowing \/ TakeChunk]_vars
ReadableIsThere == [][awaits = "readable" /\ awaits' = "nothing" => buffer # <<>> \/ eof]_vars

\* RB602: so much is on its way at the most, however slow the consumer is.
MostHeld == IF HighWater = 0 THEN 1 ELSE HighWater
InFlight == put - delivered
HeldIsBounded == Len(buffer) <= MostHeld
InFlightIsBounded == ~destroyed => InFlight <= Bound + MostHeld

\* RB603: _read is not called again before something was pushed, nor after the end or a destroy.
ReadIsNotReentered == reads <= 1
ReadOnlyWhileOpen == [][reads' > reads => ~eof /\ ~destroyed]_vars

\* RB604: the end comes once, after everything, and nothing after it.
EndOnlyAfterAll == ends > 0 => closed /\ delivered = put
EndOnce == ends <= 1
NothingAfterEnd == [][delivered' # delivered => ends = 0]_vars

\* RB605: what is destroyed takes nothing more and does not end, and after the event close it is
\* silent.
NothingTakenAfterDestroy == [][destroyed => taken' = taken /\ ends' = ends]_vars
NothingAfterClose == [][gone => delivered' = delivered]_vars

\* An error is told once, before the event close, and then nothing but that; a stream that has failed
\* does not end. That a stream which has ended does not fail takes a consumer who does not destroy
\* it while it is told the end.
ErrorOnce == errors <= 1
ErrorBeforeClose == gone /\ failed => errors = 1
FailedNeverEnds == failed => destroyed /\ ends = 0
ErrorOfFailure == errors > 0 => failed
NothingAfterError == [][errors > 0 => delivered' = delivered]_vars

\* RB606: the loop is never asleep in a task.
LoopNeverBlocks == cStep # "Asleep"

\* RB607: who has asked has nothing to be told, or will be told.
WillBeTold == asked \/ cStep = "Asleep" => owes \/ (taken = put /\ ~closed)

\* RB608: a destroy cancels the ring, and so frees a producer that waits for room; at the end of the
\* ring there is none.
DestroyCancels == destroyed => eof \/ cancelled \/ cStep = "Cancel"

\* The stream can go on, unless it has asked to be told, or waits for the producer, or is gone. A
\* consumer that has paused can resume it.
StreamCanGoOn == ~(asked \/ cStep = "Asleep" \/ gone) => ENABLED Stream

------------------------------------------------------------------------------
\* What needs FairSpec.

\* RB601, RB607
EverythingPutIsDelivered == \A k \in 1..Items : put >= k ~> (delivered >= k \/ destroyed)

\* Of a source that waits no more than this: what the stream holds when the loop falls asleep is
\* kept back until the next element is put. With a mark of 1 it holds nothing then.
WaitingDelivers ==
  \A k \in 1..Items : put >= k /\ HighWater <= 1 ~> (delivered >= k \/ destroyed)

\* RB604
CloseEndsTheStream == closed ~> (ends = 1 \/ destroyed)

\* RB608
DestroyReachesTheRing == destroyed ~> (eof \/ cancelled)

ErrorFollows == failed ~> errors = 1

\* RB605
CloseFollowsDestroy == destroyed ~> gone

------------------------------------------------------------------------------

THEOREM Safety == Spec =>
  [](StateOK /\ DeliveredInOrder /\ HeldInOrder /\ HeldIsBounded /\ InFlightIsBounded
     /\ ReadIsNotReentered /\ EndOnlyAfterAll /\ EndOnce /\ WillBeTold /\ DestroyCancels
     /\ ErrorOnce /\ ErrorBeforeClose /\ FailedNeverEnds /\ ErrorOfFailure /\ StreamCanGoOn)
THEOREM Steps == Spec =>
  ReadOnlyWhileOpen /\ NothingAfterEnd /\ NothingTakenAfterDestroy /\ NothingAfterClose
  /\ NothingAfterError /\ NothingWhilePaused /\ ReadableIsThere
THEOREM Loop == Spec => [](Source = "asks" => LoopNeverBlocks)
THEOREM Refinement == Spec => UsesTheRing
THEOREM Liveness ==
  FairSpec =>
    WaitingDelivers /\ CloseEndsTheStream /\ DestroyReachesTheRing /\ ErrorFollows
    /\ CloseFollowsDestroy
THEOREM Arrival == FairSpec => (Source = "asks" => EverythingPutIsDelivered)
THEOREM Reading == ReadSpec => EverythingPutIsDelivered /\ CloseEndsTheStream
==============================================================================

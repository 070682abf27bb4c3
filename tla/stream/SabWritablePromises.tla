------------------------- MODULE SabWritablePromises -------------------------
(***************************************************************************)
(* What a stream into the ring promises; a rule has its number.            *)
(***************************************************************************)
EXTENDS SabWritable

StateOK ==
  /\ Fifo!TypeOK
  /\ owes \in BOOLEAN /\ asked \in BOOLEAN /\ posted \in BOOLEAN
  /\ pStep \in {"Idle", "Offer", "Ask", "Close"}
  /\ seen \in (0..Items) \X BOOLEAN
  /\ buffer \in Seq(1..Items) /\ (offering => buffer # <<>>)
  /\ answering \in BOOLEAN
  /\ written \in 0..Items
  /\ needDrain \in BOOLEAN /\ finishing \in BOOLEAN
  /\ destroyed \in BOOLEAN /\ failed \in BOOLEAN /\ errors \in Nat /\ gone \in BOOLEAN

\* The ring is used as it wants to be used.
WritesIntoTheRing == Fifo!Spec

\* RB611: the k-th element written is the k-th put. The ring gives it the number k.
WrittenInOrder ==
  /\ \A i \in DOMAIN buffer : buffer[i] = put + i
  /\ ~destroyed => written = put + Len(buffer)

\* RB612: who heeds the answers never has more than the high-water mark in the buffer.
WrittenIsBounded == Len(buffer) <= HighWater
TellsWhenFull == ~destroyed /\ Len(buffer) >= HighWater => needDrain \/ answering
DrainOnlyWhenEmpty == [][needDrain /\ ~needDrain' => buffer = <<>>]_vars

\* RB613: the ring is closed after everything that was written.
CloseAfterAll == closed => destroyed \/ (finishing /\ put = written)

\* RB614: who has asked has nothing to be told, or will be told.
WillBeToldOfRoom == asked => owes \/ (put - taken = Bound /\ ~cancelled)

\* RB615: a destroy closes the ring: its consumer gets what is stored, and then the end.
DestroyCloses == destroyed => closed \/ pStep = "Close"

\* An error is told once, before the event close, and only one that there was.
ErrorOnce == errors <= 1
ErrorBeforeClose == gone /\ failed => errors = 1
ErrorOfFailure == errors > 0 => failed /\ destroyed

\* The stream can go on as long as it has something to do: unless it has asked to be told.
HasWork ==
  \/ pStep # "Idle" \/ answering
  \/ buffer # <<>> \/ (~destroyed /\ needDrain) \/ (finishing /\ ~closed) \/ (destroyed /\ ~gone)
StreamCanGoOn == HasWork /\ ~asked => ENABLED Stream

------------------------------------------------------------------------------
\* What needs FairSpec.

\* RB611, RB614
EverythingWrittenIsPut == \A k \in 1..Items : written >= k ~> (put >= k \/ destroyed)

\* RB612
DrainFollows == needDrain ~> (~needDrain \/ destroyed)

\* RB613
EndClosesTheRing == finishing ~> closed

\* RB615
CancelReachesTheStream == (cancelled /\ offering) ~> destroyed

ErrorFollows == failed ~> errors = 1
CloseFollowsDestroy == destroyed ~> gone

------------------------------------------------------------------------------

THEOREM Safety == Spec =>
  [](StateOK /\ WrittenInOrder /\ TellsWhenFull /\ CloseAfterAll /\ WillBeToldOfRoom
     /\ DestroyCloses /\ ErrorOnce /\ ErrorBeforeClose /\ ErrorOfFailure /\ StreamCanGoOn)
THEOREM Heeded == Spec => [](Writer = "heeds" => WrittenIsBounded)
THEOREM Steps == Spec => DrainOnlyWhenEmpty
THEOREM Refinement == Spec => WritesIntoTheRing
THEOREM Liveness ==
  FairSpec =>
    EverythingWrittenIsPut /\ DrainFollows /\ EndClosesTheRing /\ CancelReachesTheStream
    /\ ErrorFollows /\ CloseFollowsDestroy
==============================================================================

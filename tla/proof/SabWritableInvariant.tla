----------------------- MODULE SabWritableInvariant --------------------------
(***************************************************************************)
(* Why the Writable is right, for every ring, every high-water mark and    *)
(* any number of elements: as SabStreamInvariant, in the other direction.  *)
(* What was written is in the ring or in the buffer (WrittenIsSomewhere),  *)
(* and an offer that was not answered is in one place only                 *)
(* (OfferIsSomewhere).                                                     *)
(***************************************************************************)
EXTENDS SabWritablePromises

InOffer == pStep \in {"Offer", "Ask"}

\* The ring is used by its own actions alone.
RingIsFifo == Fifo!Invariant

------------------------------------------------------------------------------
\* The elements.

WrittenIsSomewhere ==
  /\ written <= Items
  /\ put + Len(buffer) <= written
  /\ ~destroyed => written = put + Len(buffer)

\* The buffer holds the elements that come next, in their order.
HoldsTheNext == \A i \in 1..Items : i <= Len(buffer) => buffer[i] = put + i

\* Who heeds the answers writes only while there is room.
HeededIsBounded == Writer = "heeds" => WrittenIsBounded

------------------------------------------------------------------------------
\* The offer.

\* One that is not answered runs, or has asked, or was told; of these only one. What is destroyed
\* offers nothing.
OfferIsSomewhere ==
  /\ InOffer => ~asked /\ ~posted
  /\ asked => ~posted
  /\ destroyed => ~offering /\ ~asked /\ ~InOffer
  /\ ~destroyed => (offering <=> InOffer \/ asked \/ posted)

OfferedIsHeld == (offering => buffer # <<>>) /\ (destroyed => buffer = <<>>)

\* What it saw when it found the ring full: that it was, and not cancelled.
SeenFull == seen[1] \in 0..Items /\ (pStep = "Ask" => put - seen[1] = Bound /\ seen[2] = FALSE)

------------------------------------------------------------------------------
\* The end.

StepsAre == pStep \in {"Idle", "Offer", "Ask", "Close"}
ClosesOnce == pStep = "Close" => ~closed /\ (destroyed \/ (finishing /\ put = written))

\* The error is told after the failure, and before the close, which waits for it.
ErrorIsBetween ==
  /\ errors \in 0..1
  /\ errors > 0 => failed
  /\ failed => destroyed
  /\ gone /\ failed => errors = 1
GoneIsDestroyed == gone => destroyed

Invariant ==
  /\ RingIsFifo
  /\ WrittenIsSomewhere /\ HoldsTheNext /\ HeededIsBounded /\ TellsWhenFull
  /\ OfferIsSomewhere /\ OfferedIsHeld /\ SeenFull
  /\ StepsAre /\ ClosesOnce /\ CloseAfterAll
  /\ ErrorIsBetween /\ GoneIsDestroyed
  /\ WillBeToldOfRoom /\ DestroyCloses

THEOREM Inductive == Spec => []Invariant
==============================================================================

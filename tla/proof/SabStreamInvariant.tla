------------------------ MODULE SabStreamInvariant ---------------------------
(***************************************************************************)
(* Why the Readable is right, for every ring, every high-water mark, any   *)
(* number of elements and of pauses: an invariant that every action keeps, *)
(* as CursorRingInvariant is of the ring.                                  *)
(*                                                                         *)
(* There are two thoughts in it.  What is on its way through the stream is *)
(* counted once, by what was delivered, what the stream holds and what the *)
(* poll has in its hands (TakenIsSomewhere).  And a read that is not       *)
(* answered yet is in one place only: in a task, listed to be told, or     *)
(* told and waiting for its turn (ReadIsSomewhere).                        *)
(***************************************************************************)
EXTENDS SabStreamPromises

InTask == cStep \in {"Poll", "Ask", "Wait", "Asleep", "Push", "PushEnd"}

------------------------------------------------------------------------------
\* What everything is.

StepsAre == cStep \in {"Idle", "Cancel"} \/ InTask
NumbersAre == delivered \in Nat /\ held \in Nat /\ pauses \in 0..Pauses

\* The end is waited for when there is nothing else any more.
ConsumerAwaits ==
  /\ awaits \in {"nothing", "readable", "end"}
  /\ awaits = "end" => eof /\ buffer = <<>>

------------------------------------------------------------------------------
\* The ring.

\* Nobody but the stream and the producer uses it, by its own actions.
RingIsFifo == Fifo!Invariant
PutIsGiven == put <= Items

\* Only a destroy cancels, and it does so in a step of its own.
CancelledIsDestroyed ==
  /\ cStep = "Cancel" => destroyed /\ ~eof /\ ~cancelled
  /\ cancelled => destroyed

------------------------------------------------------------------------------
\* The elements.

\* The poll's element is the last that was taken.
HeldIsTaken == held <= taken /\ (cStep = "Push" => held = taken)

\* What was taken is delivered, held by the stream, or in the poll's hands; until it is dropped.
TakenIsSomewhere ==
  IF gone THEN Len(buffer) = 0 /\ delivered <= taken
          ELSE taken = delivered + Len(buffer) + (IF cStep = "Push" THEN 1 ELSE 0)

\* The stream holds the elements that come next, in their order.
HoldsTheNext == \A i \in 1..Items : i <= Len(buffer) => buffer[i] = delivered + i

------------------------------------------------------------------------------
\* The calls of _read.

\* One that is not answered runs, or has asked, or was told; of these only one. Of a stream that is
\* destroyed it may be forgotten.
ReadIsSomewhere ==
  /\ reads \in {0, 1}
  /\ InTask => ~destroyed /\ ~asked /\ ~posted
  /\ asked => ~destroyed /\ ~posted
  /\ ~destroyed => (reads = 1 <=> InTask \/ asked \/ posted)

\* There is room for what it will push.
RoomForPush == Len(buffer) + reads <= MostHeld \/ (destroyed /\ Len(buffer) <= MostHeld)

\* What it saw when it found the ring empty: that it was.
SeenEmpty == seen[1] \in 0..Items /\ (cStep \in {"Ask", "Wait"} => seen = <<taken, FALSE>>)

\* A source that asks does not wait in its task.
AsksInstead == Source = "asks" => cStep \notin {"Wait", "Asleep"}

------------------------------------------------------------------------------
\* The end.

\* It is pushed after everything was taken, and nothing is read after it.
EndIsPushed ==
  /\ cStep = "PushEnd" => ended
  /\ eof => ended /\ cStep = "Idle" /\ (destroyed \/ reads = 0)

EndDestroys == ends \in Nat /\ (ends > 0 => destroyed /\ eof)

------------------------------------------------------------------------------
\* The error, and the close.

\* It is told after the failure, and before the close, which waits for it.
ErrorIsBetween ==
  /\ errors \in 0..1
  /\ errors > 0 => failed
  /\ gone /\ failed => errors = 1

GoneIsDestroyed == gone => destroyed /\ cStep = "Idle"

Invariant ==
  /\ StepsAre /\ NumbersAre /\ ConsumerAwaits
  /\ RingIsFifo /\ PutIsGiven /\ CancelledIsDestroyed
  /\ HeldIsTaken /\ TakenIsSomewhere /\ HoldsTheNext /\ DeliveredInOrder
  /\ ReadIsSomewhere /\ RoomForPush /\ SeenEmpty /\ AsksInstead
  /\ EndIsPushed /\ EndDestroys /\ EndOnlyAfterAll /\ EndOnce
  /\ FailedNeverEnds /\ ErrorIsBetween /\ GoneIsDestroyed
  /\ WillBeTold /\ DestroyCancels

THEOREM Inductive == Spec => []Invariant
==============================================================================

------------------------------ MODULE SabStream ------------------------------
(***************************************************************************)
(* A Readable over the ring, on an event loop.  The producer is another    *)
(* thread.  The loop runs one task at a time, so only the steps in which a *)
(* task touches the ring are actions of their own; between them the        *)
(* producer may act.                                                       *)
(*                                                                         *)
(* The stream asks its source for more by calling _read, and does not call *)
(* again before something was pushed.  _read polls the ring.  If the ring  *)
(* is empty it asks to be told, and returns: the loop is free until the    *)
(* producer's notification posts a task.  The seed's _read waits instead,  *)
(* and the loop with it: Source = "waits".                                 *)
(*                                                                         *)
(* The ring is a BoundedFifo here, which is what it refines.               *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Bound,         \* how many elements the ring stores: its capacity less one
  HighWater,     \* the stream asks for no more when it has so many
  Items,         \* how many elements the producer may put
  Pauses,        \* how often the consumer may pause
  Source         \* "asks" to be told when the ring is empty, or "waits" as the seed does

ASSUME Bound \in Nat \ {0} /\ HighWater \in Nat /\ Items \in Nat /\ Pauses \in Nat
ASSUME Source \in {"asks", "waits"}

VARIABLES
  put, taken, received, closed, cancelled, ended,   \* the ring
  owes,          \* the producer has published or closed, and not notified yet
  asked,         \* the stream has asked to be told
  posted,        \* a task that was told waits for its turn on the loop
  cStep,          \* what the task on the loop does next; "Idle" when none runs
  seen,          \* what the poll saw that found nothing: how much was put, and whether closed
  held,          \* the element that the poll took
  reads,         \* calls of _read that nothing was pushed for yet
  buffer,        \* what the stream holds
  eof,           \* the end has been pushed
  flowing,       \* the consumer wants data
  pauses,        \* how often it has paused
  delivered,     \* how many elements it has got
  last,          \* the element that it got last; 0 before the first
  ends,          \* how often it was told that this was all
  destroyed,     \* the stream has been destroyed
  gone           \* the event close: the last that is heard of it

ring == <<put, taken, received, closed, cancelled, ended>>
telling == <<owes, asked, posted>>
inside == <<cStep, seen, held, reads, buffer, eof>>
consumer == <<flowing, pauses, delivered, last, ends, destroyed, gone>>
vars == <<ring, telling, inside, consumer>>

Fifo == INSTANCE BoundedFifo

Init ==
  /\ Fifo!Init
  /\ owes = FALSE /\ asked = FALSE /\ posted = FALSE
  /\ cStep = "Idle" /\ seen = <<0, FALSE>> /\ held = 0
  /\ reads = 0 /\ buffer = <<>> /\ eof = FALSE
  /\ flowing = FALSE /\ pauses = 0
  /\ delivered = 0 /\ last = 0 /\ ends = 0 /\ destroyed = FALSE /\ gone = FALSE

------------------------------------------------------------------------------
\* The producer, on its own thread.

PPut ==
  /\ ~owes /\ put < Items
  /\ Fifo!Put
  /\ owes' = TRUE
  /\ UNCHANGED <<asked, posted, inside, consumer>>

PClose ==
  /\ ~owes
  /\ Fifo!Close
  /\ owes' = TRUE
  /\ UNCHANGED <<asked, posted, inside, consumer>>

\* Who has asked is told by a task on the loop; who waits goes on.
PNotify ==
  /\ owes
  /\ owes' = FALSE
  /\ posted' = (posted \/ asked)
  /\ asked' = FALSE
  /\ cStep' = IF cStep = "Asleep" THEN "Poll" ELSE cStep
  /\ UNCHANGED <<ring, seen, held, reads, buffer, eof, consumer>>

\* A wake-up may be spurious.
Wake ==
  /\ asked \/ cStep = "Asleep"
  /\ posted' = (posted \/ asked)
  /\ asked' = FALSE
  /\ cStep' = IF cStep = "Asleep" THEN "Poll" ELSE cStep
  /\ UNCHANGED <<ring, owes, seen, held, reads, buffer, eof, consumer>>

------------------------------------------------------------------------------
\* The stream and its source, on the loop.

WantsMore == Len(buffer) < HighWater \/ (flowing /\ buffer = <<>>)

MayRead == reads = 0

\* The stream calls _read.
Read ==
  /\ cStep = "Idle" /\ ~eof /\ ~destroyed
  /\ WantsMore /\ MayRead
  /\ reads' = reads + 1
  /\ cStep' = "Poll"
  /\ UNCHANGED <<ring, telling, seen, held, buffer, eof, consumer>>

\* The task that the notification has posted. After a destroy it has nothing to do.
Told ==
  /\ cStep = "Idle" /\ posted
  /\ posted' = FALSE
  /\ cStep' = IF destroyed THEN "Idle" ELSE "Poll"
  /\ UNCHANGED <<ring, owes, asked, seen, held, reads, buffer, eof, consumer>>

PollElement ==
  /\ cStep = "Poll" /\ taken < put
  /\ Fifo!Take
  /\ held' = taken + 1
  /\ cStep' = "Push"
  /\ UNCHANGED <<telling, seen, reads, buffer, eof, consumer>>

PollEnd ==
  /\ cStep = "Poll" /\ taken = put /\ closed
  /\ Fifo!End
  /\ cStep' = "PushEnd"
  /\ UNCHANGED <<telling, seen, held, reads, buffer, eof, consumer>>

PollNothing ==
  /\ cStep = "Poll" /\ taken = put /\ ~closed
  /\ seen' = <<put, closed>>
  /\ cStep' = IF Source = "asks" THEN "Ask" ELSE "Wait"
  /\ UNCHANGED <<ring, telling, held, reads, buffer, eof, consumer>>

\* What the poll saw is compared and the stream is listed in one step, under the list's lock.
StillAsSeen == seen = <<put, closed>>

Ask ==
  /\ cStep = "Ask"
  /\ asked' = StillAsSeen
  /\ cStep' = IF StillAsSeen THEN "Idle" ELSE "Poll"
  /\ UNCHANGED <<ring, owes, posted, seen, held, reads, buffer, eof, consumer>>

\* As the seed does it: the loop sleeps.
Wait ==
  /\ cStep = "Wait"
  /\ cStep' = IF StillAsSeen THEN "Asleep" ELSE "Poll"
  /\ UNCHANGED <<ring, telling, seen, held, reads, buffer, eof, consumer>>

Push ==
  /\ cStep = "Push"
  /\ buffer' = Append(buffer, held)
  /\ reads' = reads - 1
  /\ cStep' = "Idle"
  /\ UNCHANGED <<ring, telling, seen, held, eof, consumer>>

PushEnd ==
  /\ cStep = "PushEnd"
  /\ eof' = TRUE
  /\ reads' = reads - 1
  /\ cStep' = "Idle"
  /\ UNCHANGED <<ring, telling, seen, held, buffer, consumer>>

\* The event data. As in Node, what the stream holds when it is destroyed may still be delivered,
\* until the event close.
Deliver ==
  /\ cStep = "Idle" /\ flowing /\ ~gone /\ buffer # <<>>
  /\ last' = Head(buffer)
  /\ buffer' = Tail(buffer)
  /\ delivered' = delivered + 1
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof, flowing, pauses, ends, destroyed, gone>>

\* The event end. The stream destroys itself then.
EmitEnd ==
  /\ cStep = "Idle" /\ flowing /\ ~destroyed /\ eof /\ buffer = <<>>
  /\ ends' = ends + 1
  /\ destroyed' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, pauses, delivered, last, gone>>

Resume ==
  /\ cStep = "Idle" /\ ~flowing
  /\ flowing' = TRUE
  /\ UNCHANGED <<ring, telling, inside, pauses, delivered, last, ends, destroyed, gone>>

Pause ==
  /\ cStep = "Idle" /\ flowing /\ pauses < Pauses
  /\ flowing' = FALSE
  /\ pauses' = pauses + 1
  /\ UNCHANGED <<ring, telling, inside, delivered, last, ends, destroyed, gone>>

\* The ring is cancelled in the next step, unless it has ended: then nobody waits for room in it.
Destroy ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ cStep' = IF eof THEN "Idle" ELSE "Cancel"
  /\ UNCHANGED <<ring, owes, posted, seen, held, reads, buffer, eof>>
  /\ UNCHANGED <<flowing, pauses, delivered, last, ends, gone>>

Cancel ==
  /\ cStep = "Cancel"
  /\ Fifo!Cancel
  /\ cStep' = "Idle"
  /\ UNCHANGED <<telling, seen, held, reads, buffer, eof, consumer>>

\* The event close. What is still held is dropped.
EmitClose ==
  /\ cStep = "Idle" /\ destroyed /\ ~gone
  /\ gone' = TRUE
  /\ buffer' = <<>>
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof>>
  /\ UNCHANGED <<flowing, pauses, delivered, last, ends, destroyed>>

------------------------------------------------------------------------------

Producer == PPut \/ PClose \/ PNotify
Stream ==
  \/ Read \/ Told \/ PollElement \/ PollEnd \/ PollNothing \/ Ask \/ Wait \/ Push \/ PushEnd
  \/ Deliver \/ EmitEnd \/ Resume \/ Cancel \/ EmitClose

Next == Producer \/ Wake \/ Stream \/ Pause \/ Destroy

Spec == Init /\ [][Next]_vars

\* The producer need not put or close, but what it owes it pays. The loop goes on as long as it can,
\* and its queue gives everything its turn, whatever else is posted; a consumer that has paused
\* resumes. Nobody must wake for no reason, pause, or destroy.
FairSpec ==
  /\ Spec
  /\ WF_vars(PNotify) /\ WF_vars(Stream)
  /\ SF_vars(Read) /\ SF_vars(Deliver) /\ SF_vars(EmitEnd) /\ SF_vars(Resume)
==============================================================================

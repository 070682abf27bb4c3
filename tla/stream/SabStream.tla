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
(* The consumer lets the stream flow, or pauses it.  Who has paused it may *)
(* call read, and is told by the event readable when there is something    *)
(* again.  A pipe is such a consumer: it pauses the stream while its sink  *)
(* is full, and when its last sink is taken off, which is an unpipe.       *)
(*                                                                         *)
(* A stream fails if the poll does, or if it is destroyed with an error.   *)
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
  awaits,        \* the event that a call of read waits for: "readable", "end", or "nothing"
  pauses,        \* how often it has paused
  delivered,     \* how many elements it has got
  last,          \* the element that it got last; 0 before the first
  ends,          \* how often it was told that this was all
  destroyed,     \* the stream has been destroyed
  failed,        \* and that with an error
  errors,        \* how often that was told
  gone           \* the event close: the last that is heard of it

ring == <<put, taken, received, closed, cancelled, ended>>
telling == <<owes, asked, posted>>
inside == <<cStep, seen, held, reads, buffer, eof>>
told == <<delivered, last, ends, errors, gone>>
consumer == <<flowing, awaits, pauses, told, destroyed, failed>>
vars == <<ring, telling, inside, consumer>>

Fifo == INSTANCE BoundedFifo

Init ==
  /\ Fifo!Init
  /\ owes = FALSE /\ asked = FALSE /\ posted = FALSE
  /\ cStep = "Idle" /\ seen = <<0, FALSE>> /\ held = 0
  /\ reads = 0 /\ buffer = <<>> /\ eof = FALSE
  /\ flowing = FALSE /\ awaits = "nothing" /\ pauses = 0
  /\ delivered = 0 /\ last = 0 /\ ends = 0 /\ errors = 0 /\ gone = FALSE
  /\ destroyed = FALSE /\ failed = FALSE

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

WantsMore == Len(buffer) < HighWater \/ (buffer = <<>> /\ (flowing \/ awaits = "readable"))

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

\* What is in the ring makes no element: the memory was cut short or overwritten.
PollFails ==
  /\ cStep = "Poll"
  /\ destroyed' = TRUE /\ failed' = TRUE
  /\ cStep' = "Cancel"
  /\ UNCHANGED <<ring, telling, seen, held, reads, buffer, eof, flowing, awaits, pauses, told>>

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

\* The first of the buffer is handed out.
HandOut ==
  /\ cStep = "Idle" /\ buffer # <<>>
  /\ last' = Head(buffer)
  /\ buffer' = Tail(buffer)
  /\ delivered' = delivered + 1
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof>>
  /\ UNCHANGED <<flowing, pauses, ends, errors, gone, destroyed, failed>>

\* The event data. As in Node, what the stream holds when it is destroyed may still be delivered,
\* until the event error or close.
Deliver ==
  /\ flowing /\ ~gone /\ errors = 0
  /\ HandOut
  /\ UNCHANGED awaits

\* A call of read by who has paused the stream. If it takes the last there is, it waits for more.
AwaitsNext == IF eof THEN "end" ELSE "readable"

TakeChunk ==
  /\ ~flowing /\ ~gone /\ errors = 0
  /\ HandOut
  /\ awaits' = IF Len(buffer) = 1 THEN AwaitsNext ELSE awaits

\* A call of read that gives nothing.
TakeNothing ==
  /\ cStep = "Idle" /\ ~flowing /\ ~destroyed /\ buffer = <<>>
  /\ awaits' = AwaitsNext
  /\ UNCHANGED <<ring, telling, inside, flowing, pauses, told, destroyed, failed>>

\* The event readable: there is something to read, or nothing will come any more.
EmitReadable ==
  /\ cStep = "Idle" /\ ~destroyed /\ awaits = "readable"
  /\ buffer # <<>> \/ eof
  /\ awaits' = "nothing"
  /\ UNCHANGED <<ring, telling, inside, flowing, pauses, told, destroyed, failed>>

\* The event end. The stream destroys itself then. Who has paused hears of it by reading on.
EmitEnd ==
  /\ cStep = "Idle" /\ ~destroyed /\ eof /\ buffer = <<>>
  /\ flowing \/ awaits = "end"
  /\ ends' = ends + 1
  /\ destroyed' = TRUE
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, errors, gone, failed>>

Resume ==
  /\ cStep = "Idle" /\ ~flowing
  /\ flowing' = TRUE
  /\ UNCHANGED <<ring, telling, inside, awaits, pauses, told, destroyed, failed>>

Pause ==
  /\ cStep = "Idle" /\ flowing /\ pauses < Pauses
  /\ flowing' = FALSE
  /\ pauses' = pauses + 1
  /\ UNCHANGED <<ring, telling, inside, awaits, told, destroyed, failed>>

\* The ring is cancelled in the next step, unless it has ended: then nobody waits for room in it.
Stop ==
  /\ cStep = "Idle" /\ ~destroyed
  /\ destroyed' = TRUE
  /\ asked' = FALSE
  /\ cStep' = IF eof THEN "Idle" ELSE "Cancel"
  /\ UNCHANGED <<ring, owes, posted, seen, held, reads, buffer, eof>>
  /\ UNCHANGED <<flowing, awaits, pauses, told>>

Destroy == Stop /\ UNCHANGED failed
DestroyWithError == Stop /\ failed' = TRUE

Cancel ==
  /\ cStep = "Cancel"
  /\ Fifo!Cancel
  /\ cStep' = "Idle"
  /\ UNCHANGED <<telling, seen, held, reads, buffer, eof, consumer>>

\* The event error.
EmitError ==
  /\ cStep = "Idle" /\ failed /\ errors = 0
  /\ errors' = 1
  /\ UNCHANGED <<ring, telling, inside, flowing, awaits, pauses>>
  /\ UNCHANGED <<delivered, last, ends, gone, destroyed, failed>>

\* The event close. What is still held is dropped.
ErrorIsTold == failed => errors = 1

EmitClose ==
  /\ cStep = "Idle" /\ destroyed /\ ~gone
  /\ ErrorIsTold
  /\ gone' = TRUE
  /\ buffer' = <<>>
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof>>
  /\ UNCHANGED <<flowing, awaits, pauses, delivered, last, ends, errors, destroyed, failed>>

------------------------------------------------------------------------------

Producer == PPut \/ PClose \/ PNotify
StreamByItself ==
  \/ Read \/ Told \/ PollElement \/ PollEnd \/ PollNothing \/ Ask \/ Wait \/ Push \/ PushEnd
  \/ Deliver \/ EmitReadable \/ EmitEnd \/ Cancel \/ EmitError \/ EmitClose
Stream == StreamByItself \/ Resume
Consumer == TakeChunk \/ TakeNothing \/ Pause \/ Destroy \/ DestroyWithError

Next == Producer \/ Wake \/ Stream \/ PollFails \/ Consumer

Spec == Init /\ [][Next]_vars

\* The producer need not put or close, but what it owes it pays. The loop goes on as long as it can,
\* and its queue gives data and end their turn, whatever else is posted; a consumer that has paused
\* resumes. Nobody must wake for no reason, pause, read, destroy, or fail.
FairSpec ==
  /\ Spec
  /\ WF_vars(PNotify) /\ WF_vars(Stream)
  /\ SF_vars(Deliver) /\ SF_vars(EmitEnd) /\ SF_vars(Resume)

\* The same of a consumer that reads, and need not resume: it reads when it begins and when it hears
\* that there is something, and goes on until there is nothing.
Reads == awaits = "nothing" /\ (TakeChunk \/ TakeNothing)

ReadSpec ==
  /\ Spec
  /\ WF_vars(PNotify) /\ WF_vars(StreamByItself)
  /\ SF_vars(Deliver) /\ SF_vars(EmitEnd) /\ SF_vars(EmitReadable) /\ SF_vars(Reads)
==============================================================================

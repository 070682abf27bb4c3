----------------------------- MODULE SabWritable -----------------------------
(***************************************************************************)
(* A Writable into the ring, on an event loop: the other direction of      *)
(* SabStream.  The ring's consumer is another thread.  What is written     *)
(* goes into the stream's buffer; from there one element after another is  *)
(* offered to the ring.  If the ring is full the stream asks to be told,   *)
(* and the loop is free.  If it is cancelled the stream fails.             *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Bound,         \* how many elements the ring stores: its capacity less one
  HighWater,     \* from so many in the buffer on a write is answered with false
  Items,         \* how many elements are written
  Writer         \* "heeds" that answer and waits for drain, or "ignores" it

ASSUME Bound \in Nat \ {0} /\ HighWater \in Nat \ {0} /\ Items \in Nat
ASSUME Writer \in {"heeds", "ignores"}

VARIABLES
  put, taken, received, closed, cancelled, ended,   \* the ring
  owes,          \* the consumer has freed a slot or cancelled, and not notified yet
  asked,         \* the stream has asked to be told
  posted,        \* a task that was told waits for its turn on the loop
  pStep,          \* what the task on the loop does next; "Idle" when none runs
  seen,          \* what the offer saw that found no room: how much was taken, and whether cancelled
  buffer,        \* what was written and is not in the ring yet
  offering,      \* the first of the buffer has been offered, and the answer is not there yet
  answering,     \* a write has not been answered yet
  written,       \* how many elements were written
  needDrain,     \* a write was answered with false, and drain was not told yet
  finishing,     \* end was called
  destroyed,     \* the stream has been destroyed
  failed,        \* and that with an error
  errors,        \* how often that was told
  gone           \* the event close: the last that is heard of it

ring == <<put, taken, received, closed, cancelled, ended>>
telling == <<owes, asked, posted>>
inside == <<pStep, seen, buffer, offering, answering>>
writer == <<written, needDrain, finishing>>
ending == <<destroyed, failed, errors, gone>>
vars == <<ring, telling, inside, writer, ending>>

Fifo == INSTANCE BoundedFifo

Init ==
  /\ Fifo!Init
  /\ owes = FALSE /\ asked = FALSE /\ posted = FALSE
  /\ pStep = "Idle" /\ seen = <<0, FALSE>> /\ buffer = <<>> /\ offering = FALSE /\ answering = FALSE
  /\ written = 0 /\ needDrain = FALSE /\ finishing = FALSE
  /\ destroyed = FALSE /\ failed = FALSE /\ errors = 0 /\ gone = FALSE

------------------------------------------------------------------------------
\* The ring's consumer, on its own thread.

CTake ==
  /\ ~owes
  /\ Fifo!Take
  /\ owes' = TRUE
  /\ UNCHANGED <<asked, posted, inside, writer, ending>>

CCancel ==
  /\ ~owes
  /\ Fifo!Cancel
  /\ owes' = TRUE
  /\ UNCHANGED <<asked, posted, inside, writer, ending>>

CNotify ==
  /\ owes
  /\ owes' = FALSE
  /\ posted' = (posted \/ asked)
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, inside, writer, ending>>

\* A wake-up may be spurious.
Wake ==
  /\ asked
  /\ posted' = TRUE
  /\ asked' = FALSE
  /\ UNCHANGED <<ring, owes, inside, writer, ending>>

------------------------------------------------------------------------------
\* The stream, on the loop.

Idle == pStep = "Idle" /\ ~answering

\* A write. If nothing else is being offered, its element is, before the write is answered.
Write ==
  /\ Idle /\ ~finishing /\ ~destroyed /\ written < Items
  /\ Writer = "heeds" => ~needDrain
  /\ written' = written + 1
  /\ buffer' = Append(buffer, written + 1)
  /\ offering' = TRUE
  /\ answering' = TRUE
  /\ pStep' = IF offering THEN "Idle" ELSE "Offer"
  /\ UNCHANGED <<ring, telling, seen, needDrain, finishing, ending>>

\* The answer of the write: true as long as the buffer has room, else drain will follow.
IsFull == Len(buffer) >= HighWater

MayAnswer == answering /\ pStep \in {"Idle", "Close"}

AnswerTrue ==
  /\ MayAnswer /\ ~IsFull /\ ~destroyed
  /\ answering' = FALSE
  /\ UNCHANGED <<ring, telling, pStep, seen, buffer, offering, writer, ending>>

AnswerFalse ==
  /\ MayAnswer /\ (IsFull \/ destroyed)
  /\ answering' = FALSE
  /\ needDrain' = (needDrain \/ IsFull)
  /\ UNCHANGED <<ring, telling, pStep, seen, buffer, offering, written, finishing, ending>>

\* The next of the buffer is offered, and no other before the ring has it.
Offer ==
  /\ Idle /\ ~destroyed /\ buffer # <<>> /\ ~offering
  /\ offering' = TRUE
  /\ pStep' = "Offer"
  /\ UNCHANGED <<ring, telling, seen, buffer, answering, writer, ending>>

Told ==
  /\ Idle /\ posted
  /\ posted' = FALSE
  /\ pStep' = IF destroyed THEN "Idle" ELSE "Offer"
  /\ UNCHANGED <<ring, owes, asked, seen, buffer, offering, answering, writer, ending>>

OfferStored ==
  /\ pStep = "Offer" /\ ~cancelled
  /\ Fifo!Put
  /\ buffer' = Tail(buffer)
  /\ offering' = FALSE
  /\ pStep' = "Idle"
  /\ UNCHANGED <<telling, seen, answering, writer, ending>>

OfferFull ==
  /\ pStep = "Offer" /\ ~cancelled /\ put - taken = Bound
  /\ seen' = <<taken, cancelled>>
  /\ pStep' = "Ask"
  /\ UNCHANGED <<ring, telling, buffer, offering, answering, writer, ending>>

\* The write that waits fails, and the stream with it.
OfferCancelled ==
  /\ pStep = "Offer" /\ cancelled
  /\ destroyed' = TRUE /\ failed' = TRUE
  /\ buffer' = <<>>
  /\ offering' = FALSE
  /\ pStep' = "Close"
  /\ UNCHANGED <<ring, telling, seen, answering, writer, errors, gone>>

\* What the offer saw is compared and the stream is listed in one step, under the list's lock.
StillAsSeen == seen = <<taken, cancelled>>

Ask ==
  /\ pStep = "Ask"
  /\ asked' = StillAsSeen
  /\ pStep' = IF StillAsSeen THEN "Idle" ELSE "Offer"
  /\ UNCHANGED <<ring, owes, posted, seen, buffer, offering, answering, writer, ending>>

\* The event drain.
Drain ==
  /\ Idle /\ ~destroyed /\ needDrain /\ buffer = <<>>
  /\ needDrain' = FALSE
  /\ UNCHANGED <<ring, telling, inside, written, finishing, ending>>

\* The writer calls end.
End ==
  /\ Idle /\ ~finishing /\ ~destroyed
  /\ finishing' = TRUE
  /\ UNCHANGED <<ring, telling, inside, written, needDrain, ending>>

MayFinish == buffer = <<>>

Finish ==
  /\ Idle /\ finishing /\ ~destroyed /\ ~closed
  /\ MayFinish
  /\ pStep' = "Close"
  /\ UNCHANGED <<ring, telling, seen, buffer, offering, answering, writer, ending>>

Stop ==
  /\ Idle /\ ~destroyed
  /\ destroyed' = TRUE
  /\ buffer' = <<>>
  /\ offering' = FALSE
  /\ asked' = FALSE
  /\ pStep' = IF closed THEN "Idle" ELSE "Close"
  /\ UNCHANGED <<ring, owes, posted, seen, answering, writer, errors, gone>>

\* By its user, or after finish by itself.
Destroy == Stop /\ UNCHANGED failed
DestroyWithError == Stop /\ failed' = TRUE

Close ==
  /\ pStep = "Close"
  /\ Fifo!Close
  /\ pStep' = "Idle"
  /\ UNCHANGED <<telling, seen, buffer, offering, answering, writer, ending>>

\* The event error, and then the event close.
EmitError ==
  /\ Idle /\ failed /\ errors = 0
  /\ errors' = 1
  /\ UNCHANGED <<ring, telling, inside, writer, destroyed, failed, gone>>

ErrorIsTold == failed => errors = 1

EmitClose ==
  /\ Idle /\ destroyed /\ ~gone
  /\ ErrorIsTold
  /\ gone' = TRUE
  /\ UNCHANGED <<ring, telling, inside, writer, destroyed, failed, errors>>

------------------------------------------------------------------------------

Consumer == CTake \/ CNotify
Stream ==
  \/ Offer \/ Told \/ OfferStored \/ OfferFull \/ OfferCancelled \/ Ask
  \/ AnswerTrue \/ AnswerFalse \/ Drain \/ Finish \/ Close \/ EmitError \/ EmitClose

Next == Consumer \/ CCancel \/ Wake \/ Stream \/ Write \/ End \/ Destroy \/ DestroyWithError

Spec == Init /\ [][Next]_vars

\* The consumer takes until it cancels, and pays what it owes; the loop goes on as long as it can.
\* Nobody must write, end, cancel, destroy, or wake for no reason.
FairSpec == Spec /\ WF_vars(Consumer) /\ WF_vars(Stream)
==============================================================================

------------------------------- MODULE Pipeline ------------------------------
(***************************************************************************)
(* A stream that writes into the ring and a stream that reads from it,     *)
(* each on an event loop of its own, and between them no BoundedFifo but   *)
(* the ring: its words, and its steps as CursorRing has them.  What the    *)
(* streams do by themselves is SabWritable's and SabStream's, unchanged.   *)
(*                                                                         *)
(* A task on a loop that touches the ring is a call of one side, and ends  *)
(* with the call.  To ask to be told is to begin the ring's wait: compare  *)
(* and list, PWait or CWait.  The side then sleeps in the list, PAsleep or *)
(* CAsleep, and the loop does not: it is free, until a notification or a   *)
(* spurious wake-up takes the side off the list and posts a task.          *)
(*                                                                         *)
(* The reader lets its stream flow or pauses it, as a pipe does; nobody    *)
(* destroys with an error.  The writer fails if the ring is cancelled.     *)
(***************************************************************************)
EXTENDS CursorRing, Sequences

CONSTANTS
  WriteHighWater, ReadHighWater, Pauses    \* as HighWater and Pauses of the two streams

\* The ring's counters stand still in the models: no stream looks at them, and how often which side
\* has waited would make ten states of one.
Uncounted(counter) == counter

VARIABLES
  \* The stream that writes.
  wTask,         \* the task on its loop: "Idle" when none runs; "Cancelled": so the offer ended
  wPosted, wBuffer, wOffering, wAnswering, written, needDrain, finishing,
  wDestroyed, wFailed, wErrors, wGone,
  \* The stream that reads.
  rTask,         \* the task on its loop
  rPosted, reads, rBuffer, eof, flowing, awaits, pauses, delivered, last, ends,
  rDestroyed, rFailed, rErrors, gone,
  \* What the streams are said to know and to owe, for the refinements: no action looks at it.
  wSeen,         \* what the offer saw that found no room
  rSeen,         \* what the poll saw that found nothing
  late           \* "overtaken": the ring was cancelled while an element that had room was put;
                 \* "owed": the same, after both

onWriter == <<wTask, wPosted, wBuffer, wOffering, wAnswering>>
writer == <<written, needDrain, finishing, wDestroyed, wFailed, wErrors, wGone>>
onReader == <<rTask, rPosted, reads, rBuffer, eof>>
reader == <<flowing, awaits, pauses, delivered, last, ends, rDestroyed, rFailed, rErrors, gone>>
said == <<wSeen, rSeen, late>>
all == <<vars, onWriter, writer, onReader, reader, said>>

------------------------------------------------------------------------------
\* The streams over a BoundedFifo, and what everything of theirs is here. A task that is in the
\* middle of a call has done already, or not yet, what it does to the queue.

\* A call of PLoadRead, if there is room, takes effect with PPublish. A cancel in between comes
\* after it.
Overtakes == pStep \in {"PWriteSlot", "PCountProduced", "PPublish"}

WriterTask ==
  CASE wTask = "Offer" /\ pStep \in {"PCountWait", "PWait"} -> "Ask"
    [] wTask = "Cancelled" -> "Offer"
    [] pStep = "PNotify" -> "Idle"
    [] OTHER -> wTask

ReaderTask ==
  CASE cStep = "CLoadRead" /\ ConsumerSees(cWrite, read) = "empty" -> "Ask"
    [] cStep \in {"CCountWait", "CWait"} -> "Ask"
    [] rTask = "Poll" /\ cStep \in {"CCountConsumed", "CNotify"} -> "Push"
    [] rTask = "Cancel" /\ cStep = "CNotify" -> "Idle"
    [] OTHER -> rTask

Writable == INSTANCE SabWritable WITH
  Bound <- Capacity - 1, HighWater <- WriteHighWater, Writer <- "heeds",
  closed <- IsFlagged(write), cancelled <- IsFlagged(read) /\ late # "overtaken",
  ended <- ended /\ FALSE,    \* that the reader has seen the end is nothing to who writes
  owes <- (cStep \in {"CCountConsumed", "CNotify"} /\ late # "overtaken") \/ late = "owed",
  asked <- pStep = "PAsleep", posted <- wPosted,
  pStep <- WriterTask, seen <- wSeen, buffer <- wBuffer, offering <- wOffering,
  answering <- wAnswering, destroyed <- wDestroyed, failed <- wFailed, errors <- wErrors,
  gone <- wGone

Readable == INSTANCE SabStream WITH
  Bound <- Capacity - 1, HighWater <- ReadHighWater, Source <- "asks",
  closed <- IsFlagged(write), cancelled <- IsFlagged(read),
  owes <- pStep = "PNotify", asked <- cStep = "CAsleep", posted <- rPosted,
  cStep <- ReaderTask, seen <- rSeen, held <- received, buffer <- rBuffer, destroyed <- rDestroyed,
  failed <- rFailed, errors <- rErrors

PipelineInit ==
  /\ Init
  /\ wTask = "Idle" /\ rTask = "Idle" /\ late = "no"
  /\ Writable!Init /\ Readable!Init

------------------------------------------------------------------------------
\* The stream that writes: the ring's steps in its tasks.

\* Of a call these steps are nothing to the stream.
OfferGoesOn ==
  /\ wTask = "Offer"
  /\ (PLoadWrite /\ pStep' = "PLoadRead") \/ PCountWait \/ PWriteSlot \/ PCountProduced
  /\ UNCHANGED <<onWriter, writer, onReader, reader, said>>

OfferLooks ==
  /\ wTask = "Offer"
  /\ PLoadRead
  /\ wTask' = IF IsFlagged(read) THEN "Cancelled" ELSE "Offer"
  /\ wSeen' = IF pStep' = "PCountWait" THEN <<taken, FALSE>> ELSE wSeen
  /\ UNCHANGED <<wPosted, wBuffer, wOffering, wAnswering, writer, onReader, reader, rSeen, late>>

OfferAsks ==
  /\ wTask = "Offer"
  /\ PWait
  /\ wTask' = IF pStep' = "PAsleep" THEN "Idle" ELSE "Offer"
  /\ UNCHANGED <<wPosted, wBuffer, wOffering, wAnswering, writer, onReader, reader, said>>

OfferPublishes ==
  /\ wTask = "Offer"
  /\ PPublish
  /\ wBuffer' = Tail(wBuffer) /\ wOffering' = FALSE
  /\ UNCHANGED <<wTask, wPosted, wAnswering, writer, onReader, reader, said>>

CloseGoesOn ==
  /\ wTask = "Close"
  /\ (PLoadWrite /\ pStep' = "PClose") \/ PClose
  /\ UNCHANGED <<onWriter, writer, onReader, reader, said>>

\* The task ends; a reading stream that has asked is told.
WriterNotifies ==
  /\ PNotify
  /\ wTask' = "Idle"
  /\ rPosted' = (rPosted \/ cStep = "CAsleep")
  /\ late' = CASE late # "overtaken" -> late [] cStep = "CNotify" -> "no" [] OTHER -> "owed"
  /\ UNCHANGED <<wPosted, wBuffer, wOffering, wAnswering, writer>>
  /\ UNCHANGED <<rTask, reads, rBuffer, eof, reader, wSeen, rSeen>>

WriterCalls ==
  OfferGoesOn \/ OfferLooks \/ OfferAsks \/ OfferPublishes \/ CloseGoesOn \/ WriterNotifies

WriterWakes ==
  /\ PWake
  /\ wPosted' = TRUE
  /\ UNCHANGED <<wTask, wBuffer, wOffering, wAnswering, writer, onReader, reader, said>>

\* What it does by itself, between two calls.
WriterAlone(Does) ==
  /\ pStep \in {"PLoadWrite", "PAsleep", "PDone"}
  /\ wTask' \in {"Idle", "Offer", "Close"}
  /\ UNCHANGED <<onReader, reader, rSeen, late>>
  /\ Does

WriterAnswers ==
  /\ UNCHANGED vars
  /\ \/ WriterAlone(Writable!Offer) \/ WriterAlone(Writable!Told)
     \/ WriterAlone(Writable!OfferCancelled) \/ WriterAlone(Writable!Drain)
     \/ WriterAlone(Writable!AnswerTrue) \/ WriterAlone(Writable!AnswerFalse)
     \/ WriterAlone(Writable!Finish) \/ WriterAlone(Writable!EmitError)
     \/ WriterAlone(Writable!EmitClose)
WriterUses ==
  UNCHANGED vars /\ (WriterAlone(Writable!Write) \/ WriterAlone(Writable!End))

\* Who has asked leaves the list.
WriterDestroys ==
  /\ IF pStep = "PAsleep" THEN PWake ELSE UNCHANGED vars
  /\ WriterAlone(Writable!Destroy)

------------------------------------------------------------------------------
\* The stream that reads.

PollGoesOn ==
  /\ rTask = "Poll"
  /\ CCountWait \/ CReadSlot \/ CPublish \/ CCountConsumed
  /\ UNCHANGED <<onWriter, writer, onReader, reader, said>>

PollLooks ==
  /\ rTask = "Poll"
  /\ CLoadWrite
  /\ rSeen' = IF ConsumerSees(write, read) = "empty" THEN <<put, FALSE>> ELSE rSeen
  /\ UNCHANGED <<onWriter, writer, onReader, reader, wSeen, late>>

PollFinds ==
  /\ rTask = "Poll"
  /\ CLoadRead /\ cStep' # "CCancel"
  /\ rTask' = IF ConsumerSees(cWrite, read) = "end" THEN "PushEnd" ELSE "Poll"
  /\ UNCHANGED <<onWriter, writer, rPosted, reads, rBuffer, eof, reader, said>>

PollAsks ==
  /\ rTask = "Poll"
  /\ CWait
  /\ rTask' = IF cStep' = "CAsleep" THEN "Idle" ELSE "Poll"
  /\ UNCHANGED <<onWriter, writer, rPosted, reads, rBuffer, eof, reader, said>>

CancelGoesOn ==
  /\ rTask = "Cancel"
  /\ CLoadRead /\ cStep' = "CCancel"
  /\ UNCHANGED <<onWriter, writer, onReader, reader, said>>

CancelPublishes ==
  /\ CCancel
  /\ late' = IF Overtakes THEN "overtaken" ELSE late
  /\ UNCHANGED <<onWriter, writer, onReader, reader, wSeen, rSeen>>

\* The call ends; a writing stream that has asked is told.
ReaderNotifies ==
  /\ CNotify
  /\ rTask' = IF rTask = "Poll" THEN "Push" ELSE "Idle"
  /\ wPosted' = (wPosted \/ pStep = "PAsleep")
  /\ UNCHANGED <<wTask, wBuffer, wOffering, wAnswering, writer>>
  /\ UNCHANGED <<rPosted, reads, rBuffer, eof, reader, said>>

ReaderCalls ==
  PollGoesOn \/ PollLooks \/ PollFinds \/ PollAsks \/ CancelGoesOn \/ CancelPublishes
    \/ ReaderNotifies

ReaderWakes ==
  /\ CWake
  /\ rPosted' = TRUE
  /\ UNCHANGED <<onWriter, writer, rTask, reads, rBuffer, eof, reader, said>>

ReaderAlone(Does) ==
  /\ cStep \in {"CLoadWrite", "CAsleep", "CDone"}
  /\ rTask' \in {"Idle", "Poll", "Cancel"}
  /\ UNCHANGED <<onWriter, writer, wSeen, late>>
  /\ Does

ReaderAnswers ==
  /\ UNCHANGED vars
  /\ \/ ReaderAlone(Readable!Read) \/ ReaderAlone(Readable!Told)
     \/ ReaderAlone(Readable!Push) \/ ReaderAlone(Readable!PushEnd)
     \/ ReaderAlone(Readable!EmitEnd) \/ ReaderAlone(Readable!EmitClose)
ReaderDelivers == UNCHANGED vars /\ ReaderAlone(Readable!Deliver)
ReaderResumes == UNCHANGED vars /\ ReaderAlone(Readable!Resume)
ReaderPauses == UNCHANGED vars /\ ReaderAlone(Readable!Pause)

ReaderDestroys ==
  /\ IF cStep = "CAsleep" THEN CWake ELSE UNCHANGED vars
  /\ ReaderAlone(Readable!Destroy)

------------------------------------------------------------------------------

WriterGoesOn == WriterCalls \/ WriterAnswers
ReaderGoesOn == ReaderCalls \/ ReaderAnswers \/ ReaderDelivers \/ ReaderResumes

PipelineNext ==
  \/ WriterGoesOn \/ WriterWakes \/ WriterUses \/ WriterDestroys
  \/ ReaderGoesOn \/ ReaderWakes \/ ReaderPauses \/ ReaderDestroys

PipelineSpec == PipelineInit /\ [][PipelineNext]_all

\* Both loops go on as long as they can. The reading one gives its user a turn as well, however often
\* it is woken for no reason. Nobody must write, end, destroy, pause, or wake for no reason; who has
\* paused resumes.
FairPipelineSpec ==
  /\ PipelineSpec
  /\ WF_all(WriterGoesOn) /\ WF_all(ReaderGoesOn)
  /\ SF_all(ReaderDelivers) /\ SF_all(ReaderResumes)
==============================================================================

-------------------------- MODULE PipelineMistakes ---------------------------
(***************************************************************************)
(* Mistakes of the ring, seen from the streams, and of how a stream calls  *)
(* it, one at a time. The ring's are those of the modules that are named,  *)
(* and two more orders of its steps.                                       *)
(***************************************************************************)
EXTENDS PipelinePromises, NoNotify, WaitWithoutCompare, ClosedBeforeEmpty, FreeBeforeRead, CloseWithoutNotify, CancelWithoutNotify

\* The producer notifies before it publishes.
NotifiesFirst ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PNotify",
   PNotify |-> "PPublish", PPublish |-> "PLoadWrite"]

\* It publishes before it writes.
PublishesFirst ==
  [PLoadRead |-> "PCountProduced", PCountProduced |-> "PPublish", PPublish |-> "PWriteSlot",
   PWriteSlot |-> "PNotify", PNotify |-> "PLoadWrite"]

\* A cancel is said to be seen at once by an offer that had room.
SeenAtOnce == FALSE

\* A stream that is told there may be room stores without looking again.
StoresUnlooked ==
  /\ pStep = "PAsleep"
  /\ pStep' = "PWriteSlot" /\ wTask' = "Offer"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>
  /\ UNCHANGED <<wPosted, wBuffer, wOffering, wAnswering, writer, onReader, reader, said>>

\* As the seed does it: the task goes on until the ring has room, and the loop waits.
WaitsInTask ==
  /\ wTask = "Offer"
  /\ PWait
  /\ UNCHANGED <<onWriter, writer, onReader, reader, said>>

\* The reading stream takes whatever there is, wanted or not.
ReadsUnasked ==
  /\ cStep = "CLoadWrite" /\ rTask = "Idle" /\ reads = 0 /\ ~eof /\ ~rDestroyed
  /\ rTask' = "Poll" /\ reads' = 1
  /\ UNCHANGED <<vars, onWriter, writer, rPosted, rBuffer, eof, reader, said>>

\* A stream that is destroyed, or has ended, never comes to say so to its ring.
Never == FALSE /\ UNCHANGED all
==============================================================================

----------------------------- MODULE CursorRing ------------------------------
(***************************************************************************)
(* The cursor protocol: a bounded FIFO between two threads that share an   *)
(* array of words.  The producer fills slots and moves WRITE, the consumer *)
(* drains slots and moves READ.  One slot stays empty, so that equal       *)
(* cursors mean empty and nothing else.                                    *)
(*                                                                         *)
(* One action is one access to shared memory, or one wait, wake or notify. *)
(* A side loads the peer's cursor in one step and acts on it in later      *)
(* ones; in between, the peer goes on.  What it knows is stale, and the    *)
(* protocol is right because stale knowledge errs on the safe side: room   *)
(* once seen stays until the producer fills it, an element once seen stays *)
(* until the consumer takes it.                                            *)
(*                                                                         *)
(* Each action has the name of the line of Java that takes it: the line in *)
(* org.sabring.ring.Producer or Consumer that ends with the same name.     *)
(***************************************************************************)
EXTENDS RingWords

VARIABLES
  \* The memory.  Each word is written by one side alone.
  write,         \* producer: next slot to fill, plus Flag once it has closed
  read,          \* consumer: next slot to drain, plus Flag once it has cancelled
  produced,      \* producer: elements offered so far
  consumed,      \* consumer: elements taken so far
  producerWaits, \* producer: how often it found the ring full and waited
  consumerWaits, \* consumer: how often it found the ring empty and waited
  slot,          \* producer: the data region; 0 in a slot never filled
  \* The producer.
  pStep,         \* the step it takes next; "PAsleep": it waits on READ
  pWrite,        \* WRITE as it loaded it
  pRead,         \* READ as it loaded it: may be stale
  pElement,      \* the element that it puts next
  \* The consumer.
  cStep,         \* the step it takes next; "CAsleep": it waits on WRITE
  cWrite,        \* WRITE as it loaded it: may be stale
  cRead,         \* READ as it loaded it
  cElement,      \* the element that it read last
  \* What both sides did, for the promises: no action looks at it.
  put,           \* elements published
  taken,         \* elements freed
  received,      \* the element freed last
  ended          \* the consumer has been told that there is nothing left

memory == <<write, read, produced, consumed, producerWaits, consumerWaits, slot>>
producer == <<pStep, pWrite, pRead, pElement>>
consumer == <<cStep, cWrite, cRead, cElement>>
ghosts == <<put, taken, received, ended>>
vars == <<memory, producer, consumer, ghosts>>

------------------------------------------------------------------------------
\* The producer. Between two calls it stands before PLoadWrite.

\* It has the choice to put its next element or, in our profile, to close.
PLoadWrite ==
  /\ pStep = "PLoadWrite"
  /\ pWrite' = write
  /\ \/ pElement <= Items /\ pStep' = "PLoadRead"
     \/ Profile = "reference" /\ pStep' = "PClose"
     \/ Profile = "seed" /\ pElement > Items /\ pStep' = "PDone"
  /\ UNCHANGED <<memory, pRead, pElement, consumer, ghosts>>

PLoadRead ==
  /\ pStep = "PLoadRead"
  /\ pRead' = read
  /\ IF IsFlagged(read) THEN pStep' = "PLoadWrite"
     ELSE IF Full(pWrite, read) THEN pStep' \in PCannotGoOn
     ELSE pStep' = PutOrder.PLoadRead
  /\ UNCHANGED <<memory, pWrite, pElement, consumer, ghosts>>

PCountWait ==
  /\ pStep = "PCountWait"
  /\ producerWaits' = Count(producerWaits)
  /\ pStep' = "PWait"
  /\ UNCHANGED <<write, read, produced, consumed, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>

PWait ==
  /\ pStep = "PWait"
  /\ pStep' = IF StillIs(read, pRead) THEN "PAsleep" ELSE "PLoadWrite"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>

\* It wakes without being notified: spuriously, interrupted, or because its time is up.
PWake ==
  /\ pStep = "PAsleep"
  /\ pStep' = "PLoadWrite"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>

PWriteSlot ==
  /\ pStep = "PWriteSlot"
  /\ slot' = [slot EXCEPT ![Cursor(pWrite)] = pElement]
  /\ pElement' = pElement + 1
  /\ pStep' = PutOrder.PWriteSlot
  /\ UNCHANGED <<write, read, produced, consumed, producerWaits, consumerWaits>>
  /\ UNCHANGED <<pWrite, pRead, consumer, ghosts>>

PCountProduced ==
  /\ pStep = "PCountProduced"
  /\ produced' = Count(produced)
  /\ pStep' = PutOrder.PCountProduced
  /\ UNCHANGED <<write, read, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>

PPublish ==
  /\ pStep = "PPublish"
  /\ write' = Next1(pWrite)
  /\ put' = put + 1
  /\ pStep' = PutOrder.PPublish
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, taken, received, ended>>

\* Wakes the consumer if it waits on WRITE; forgotten if it does not.
PNotify ==
  /\ pStep = "PNotify"
  /\ cStep' = IF cStep = "CAsleep" THEN "CLoadWrite" ELSE cStep
  /\ pStep' = IF IsFlagged(write) THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

\* Closing is a move of the own cursor, so whoever waits on that word cannot miss it.
PClose ==
  /\ pStep = "PClose"
  /\ write' = pWrite + Flag
  /\ pStep' = "PNotify"
  /\ UNCHANGED <<read, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<pWrite, pRead, pElement, consumer, ghosts>>

------------------------------------------------------------------------------
\* The consumer. Between two calls it stands before CLoadWrite.

CLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ cWrite' = write
  /\ cStep' = "CLoadRead"
  /\ UNCHANGED <<memory, producer, cRead, cElement, ghosts>>

\* Instead of taking an element it may, in our profile, begin to cancel.
CLoadRead ==
  /\ cRead' = read
  /\ \/ /\ cStep = "CLoadRead"
        /\ CASE ConsumerSees(cWrite, read) = "element" -> cStep' = TakeOrder.CLoadRead
             [] ConsumerSees(cWrite, read) = "end" -> cStep' = "CLoadWrite"
             [] ConsumerSees(cWrite, read) = "empty" -> cStep' \in CCannotGoOn
        /\ ended' = (ended \/ ConsumerSees(cWrite, read) = "end")
     \/ /\ cStep = "CLoadWrite" /\ Profile = "reference"
        /\ cStep' = "CCancel"
        /\ ended' = ended
  /\ UNCHANGED <<memory, producer, cWrite, cElement, put, taken, received>>

CCountWait ==
  /\ cStep = "CCountWait"
  /\ consumerWaits' = Count(consumerWaits)
  /\ cStep' = "CWait"
  /\ UNCHANGED <<write, read, produced, consumed, producerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>

CWait ==
  /\ cStep = "CWait"
  /\ cStep' = IF StillIs(write, cWrite) THEN "CAsleep" ELSE "CLoadWrite"
  /\ UNCHANGED <<memory, producer, cWrite, cRead, cElement, ghosts>>

CWake ==
  /\ cStep = "CAsleep"
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<memory, producer, cWrite, cRead, cElement, ghosts>>

CReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[Cursor(cRead)]
  /\ cStep' = TakeOrder.CReadSlot
  /\ UNCHANGED <<memory, producer, cWrite, cRead, ghosts>>

CPublish ==
  /\ cStep = "CPublish"
  /\ read' = Next1(cRead)
  /\ taken' = taken + 1
  /\ received' = cElement
  /\ cStep' = TakeOrder.CPublish
  /\ UNCHANGED <<write, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, put, ended>>

CCountConsumed ==
  /\ cStep = "CCountConsumed"
  /\ consumed' = Count(consumed)
  /\ cStep' = TakeOrder.CCountConsumed
  /\ UNCHANGED <<write, read, produced, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>

CNotify ==
  /\ cStep = "CNotify"
  /\ pStep' = IF pStep = "PAsleep" THEN "PLoadWrite" ELSE pStep
  /\ cStep' = IF IsFlagged(read) THEN "CDone" ELSE TakeOrder.CNotify
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

CCancel ==
  /\ cStep = "CCancel"
  /\ read' = cRead + Flag
  /\ cStep' = "CNotify"
  /\ UNCHANGED <<write, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>

------------------------------------------------------------------------------

Init ==
  /\ write = 0 /\ read = 0 /\ produced = 0 /\ consumed = 0
  /\ producerWaits = 0 /\ consumerWaits = 0
  /\ slot = [s \in 0..Capacity - 1 |-> 0]
  /\ pStep = "PLoadWrite" /\ pWrite = 0 /\ pRead = 0 /\ pElement = 1
  /\ cStep = "CLoadWrite" /\ cWrite = 0 /\ cRead = 0 /\ cElement = 0
  /\ put = 0 /\ taken = 0 /\ received = 0 /\ ended = FALSE

\* What a side does of its own accord; waking for no reason is not among it.
Producer ==
  \/ PLoadWrite \/ PLoadRead \/ PCountWait \/ PWait
  \/ PWriteSlot \/ PCountProduced \/ PPublish \/ PNotify \/ PClose
Consumer ==
  \/ CLoadWrite \/ CLoadRead \/ CCountWait \/ CWait
  \/ CReadSlot \/ CPublish \/ CCountConsumed \/ CNotify \/ CCancel

Next == Producer \/ Consumer \/ PWake \/ CWake

Spec == Init /\ [][Next]_vars

\* Each side goes on as long as it can. Nothing is promised about spurious wake-ups.
FairSpec == Spec /\ WF_vars(Producer) /\ WF_vars(Consumer)
==============================================================================

------------------------------- MODULE AnyRing -------------------------------
(***************************************************************************)
(* What every ring of one producer and one consumer does, however it is    *)
(* built.  CursorRing is one such ring; this is what all have in common,   *)
(* and what a recording of any of them is judged by.                       *)
(*                                                                         *)
(* The k-th element is the number k and belongs into slot (k-1) modulo     *)
(* Capacity.  WRITE and READ are how many elements were handed over and    *)
(* how many slots were given back; whether a word holds that number, its   *)
(* remainder, or a flag beside it, is the ring's own affair.               *)
(*                                                                         *)
(* A side may look at the other's cursor whenever it likes, any number of  *)
(* times or never, and may see an old value; only never one older than it  *)
(* has seen before.  It may work on its slots in any order, and move its   *)
(* cursor over several at once.                                            *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
  Capacity,      \* number of slots
  Limit,         \* how many elements may be stored: Capacity, or less if a slot stays empty
  Items,         \* how many elements the producer has to put
  Waits          \* TRUE: who cannot go on may sleep, and who moves a cursor notifies; FALSE: nobody sleeps

ASSUME AnyRingAssumptions ==
  /\ Capacity \in Nat \ {0} /\ Items \in Nat
  /\ Limit \in 1..Capacity
  /\ Waits \in BOOLEAN

VARIABLES
  \* The memory.
  write,         \* producer: how many elements it has handed over
  closed,        \* producer: it hands over no more
  read,          \* consumer: how many slots it has given back
  cancelled,     \* consumer: it takes no more
  slot,          \* producer: the data region; 0 in a slot never filled
  \* The producer.
  filled,        \* the elements that it has written and not yet handed over
  seenRead,      \* READ as it has seen it: may be old
  seenCancelled, \* whether it has seen that the consumer cancelled
  pAsleep,       \* it waits for READ to change
  pOwes,         \* it has moved WRITE and has not yet notified
  \* The consumer.
  hand,          \* what it has read from the slots that it has not yet given back
  seenWrite,     \* WRITE as it has seen it: may be old
  seenClosed,    \* whether it has seen that the producer closed
  cAsleep,       \* it waits for WRITE to change
  cOwes,         \* it has moved READ and has not yet notified
  ended          \* it has been told that there is nothing left

producerView == <<filled, seenRead, seenCancelled>>
consumerView == <<hand, seenWrite, seenClosed, ended>>
sleep == <<pAsleep, pOwes, cAsleep, cOwes>>
memory == <<write, closed, read, cancelled, slot>>
vars == <<memory, producerView, consumerView, sleep>>

Init ==
  /\ write = 0 /\ closed = FALSE /\ read = 0 /\ cancelled = FALSE
  /\ slot = [s \in 0..Capacity - 1 |-> 0]
  /\ filled = {} /\ seenRead = 0 /\ seenCancelled = FALSE
  /\ hand = [k \in {} |-> 0] /\ seenWrite = 0 /\ seenClosed = FALSE /\ ended = FALSE
  /\ pAsleep = FALSE /\ pOwes = FALSE /\ cAsleep = FALSE /\ cOwes = FALSE

------------------------------------------------------------------------------
\* What is allowed. A control replaces one of these.

Slot(k) == (k - 1) % Capacity

\* There was room for it when the producer last looked, and room once seen stays.
MayWrite(k) == k > write /\ k <= seenRead + Limit
\* All that is handed over is written.
MayPublish(n) == \A k \in write + 1..write + n : k \in filled
\* It was handed over when the consumer last looked, and not given back since.
MayRead(k) == k > read /\ k <= seenWrite
\* All that is given back is read.
MayFree(n) == \A k \in read + 1..read + n : k \in DOMAIN hand

\* Whether the word that a side waits on is still what it has seen: compared under the waiters' lock.
ReadIsAsSeen == read = seenRead /\ cancelled = seenCancelled
WriteIsAsSeen == write = seenWrite /\ closed = seenClosed

\* A side sleeps only if it cannot go on, holds nothing back and owes no notification.
PMaySleep == seenRead + Limit = write /\ ~seenCancelled /\ ~pOwes
CMaySleep == read = seenWrite /\ ~seenClosed /\ ~cOwes

\* Closing and cancelling are final.
POpen == ~closed
COpen == ~cancelled

\* The end is seen together with the last that was put.
MayEnd == seenClosed /\ read = seenWrite

------------------------------------------------------------------------------
\* The producer.

PLoadRead ==
  /\ ~pAsleep
  /\ seenRead' \in seenRead..read
  /\ seenCancelled' \in {seenCancelled, cancelled}
  /\ UNCHANGED <<memory, filled, consumerView, sleep>>

PWriteSlot ==
  /\ ~pAsleep /\ POpen
  /\ \E k \in (write + 1..write + Capacity + 1) \ filled :
       /\ k <= Items /\ MayWrite(k)
       /\ slot' = [slot EXCEPT ![Slot(k)] = k]
       /\ filled' = filled \union {k}
  /\ UNCHANGED <<write, closed, read, cancelled, seenRead, seenCancelled, consumerView, sleep>>

PPublish ==
  /\ ~pAsleep /\ POpen
  /\ \E n \in 1..Items - write :
       /\ MayPublish(n)
       /\ write' = write + n
       /\ filled' = filled \ (write + 1..write + n)
  /\ pOwes' = Waits
  /\ UNCHANGED <<closed, read, cancelled, slot, seenRead, seenCancelled, consumerView>>
  /\ UNCHANGED <<pAsleep, cAsleep, cOwes>>

PClose ==
  /\ ~pAsleep /\ POpen
  /\ closed' = TRUE
  /\ pOwes' = Waits
  /\ UNCHANGED <<write, read, cancelled, slot, producerView, consumerView, pAsleep, cAsleep, cOwes>>

PNotify ==
  /\ pOwes
  /\ pOwes' = FALSE /\ cAsleep' = FALSE
  /\ UNCHANGED <<memory, producerView, consumerView, pAsleep, cOwes>>

PWait ==
  /\ Waits /\ ~pAsleep /\ PMaySleep /\ ReadIsAsSeen
  /\ pAsleep' = TRUE
  /\ UNCHANGED <<memory, producerView, consumerView, pOwes, cAsleep, cOwes>>

\* Without a notification: for no reason, or because its time is up.
PWake ==
  /\ pAsleep
  /\ pAsleep' = FALSE
  /\ UNCHANGED <<memory, producerView, consumerView, pOwes, cAsleep, cOwes>>

------------------------------------------------------------------------------
\* The consumer.

CLoadWrite ==
  /\ ~cAsleep
  /\ seenWrite' \in seenWrite..write
  /\ seenClosed' \in {seenClosed, closed /\ seenWrite' = write}
  /\ UNCHANGED <<memory, producerView, hand, ended, sleep>>

CReadSlot ==
  /\ ~cAsleep /\ COpen
  /\ \E k \in (read + 1..read + Capacity + 1) \ DOMAIN hand :
       /\ MayRead(k)
       /\ hand' = [j \in DOMAIN hand \union {k} |-> IF j = k THEN slot[Slot(k)] ELSE hand[j]]
  /\ UNCHANGED <<memory, producerView, seenWrite, seenClosed, ended, sleep>>

CFree ==
  /\ ~cAsleep /\ COpen
  /\ \E n \in 1..Capacity + 1 :
       /\ MayFree(n)
       /\ read' = read + n
       /\ hand' = [j \in DOMAIN hand \ (read + 1..read + n) |-> hand[j]]
  /\ cOwes' = Waits
  /\ UNCHANGED <<write, closed, cancelled, slot, producerView, seenWrite, seenClosed, ended>>
  /\ UNCHANGED <<pAsleep, pOwes, cAsleep>>

CCancel ==
  /\ ~cAsleep /\ COpen
  /\ cancelled' = TRUE
  /\ cOwes' = Waits
  /\ UNCHANGED <<write, closed, read, slot, producerView, consumerView, pAsleep, pOwes, cAsleep>>

CNotify ==
  /\ cOwes
  /\ cOwes' = FALSE /\ pAsleep' = FALSE
  /\ UNCHANGED <<memory, producerView, consumerView, pOwes, cAsleep>>

CWait ==
  /\ Waits /\ ~cAsleep /\ CMaySleep /\ WriteIsAsSeen
  /\ cAsleep' = TRUE
  /\ UNCHANGED <<memory, producerView, consumerView, pAsleep, pOwes, cOwes>>

CWake ==
  /\ cAsleep
  /\ cAsleep' = FALSE
  /\ UNCHANGED <<memory, producerView, consumerView, pAsleep, pOwes, cOwes>>

CEnd ==
  /\ ~cAsleep /\ MayEnd
  /\ ended' = TRUE
  /\ UNCHANGED <<memory, producerView, hand, seenWrite, seenClosed, sleep>>

------------------------------------------------------------------------------
Producer == PLoadRead \/ PWriteSlot \/ PPublish \/ PClose \/ PNotify \/ PWait
Consumer == CLoadWrite \/ CReadSlot \/ CFree \/ CCancel \/ CNotify \/ CWait \/ CEnd

Next == Producer \/ Consumer \/ PWake \/ CWake

Spec == Init /\ [][Next]_vars
==============================================================================

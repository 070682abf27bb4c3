------------------------------ MODULE RingState ------------------------------
(***************************************************************************)
(* The state of the ring: the words in memory, what each side knows, and,  *)
(* for the promises alone, what both have done. CursorRing says how it     *)
(* changes.                                                                *)
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

Init ==
  /\ write = 0 /\ read = 0 /\ produced = 0 /\ consumed = 0
  /\ producerWaits = 0 /\ consumerWaits = 0
  /\ slot = [s \in 0..Capacity - 1 |-> 0]
  /\ pStep = "PLoadWrite" /\ pWrite = 0 /\ pRead = 0 /\ pElement = 1
  /\ cStep = "CLoadWrite" /\ cWrite = 0 /\ cRead = 0 /\ cElement = 0
  /\ put = 0 /\ taken = 0 /\ received = 0 /\ ended = FALSE
==============================================================================

----------------------------- MODULE CachedRing ------------------------------
(***************************************************************************)
(* A ring that looks at the other side's cursor only when it seems to be   *)
(* full or empty, as most fast queues do.  Its cursors count on, modulo a  *)
(* multiple of the capacity, so that no slot stays empty.  Nobody waits.   *)
(*                                                                         *)
(* What a side knows may be many steps old.  That is safe because it errs  *)
(* on one side: the other's cursor has only moved on since, so there is    *)
(* more room, or there are more elements, than it knows of.                *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
  Capacity,      \* number of slots, all of them used
  Items,         \* how many elements the producer has to put; the k-th is k
  Modulus        \* cursors count modulo this (C: 2^32)

ASSUME CachedRingAssumptions ==
  /\ Capacity \in Nat \ {0} /\ Items \in Nat
  /\ Modulus % Capacity = 0 /\ Modulus > Capacity

VARIABLES
  write,         \* producer: elements handed over, modulo Modulus
  read,          \* consumer: elements taken
  slot,          \* producer: the data region
  pStep,         \* the step that the producer takes next
  pRead,         \* producer: READ as it loaded it, some time ago
  cStep,         \* the step that the consumer takes next
  cWrite,        \* consumer: WRITE as it loaded it, some time ago
  cElement,      \* consumer: the element that it read last
  put, taken     \* for the promises alone: what both have done

vars == <<write, read, slot, pStep, pRead, cStep, cWrite, cElement, put, taken>>

Init ==
  /\ write = 0 /\ read = 0
  /\ slot = [s \in 0..Capacity - 1 |-> 0]
  /\ pStep = "PCheck" /\ pRead = 0
  /\ cStep = "CCheck" /\ cWrite = 0 /\ cElement = 0
  /\ put = 0 /\ taken = 0

------------------------------------------------------------------------------
\* What a control replaces.

Next1(cursor) == (cursor + 1) % Modulus
Ahead(of, cursor) == (cursor - of) % Modulus

SeemsFull == Ahead(pRead, write) = Capacity
SeemsEmpty == Ahead(read, cWrite) = 0

PutOrder == [PCheck |-> "PWriteSlot", PWriteSlot |-> "PPublish", PPublish |-> "PCheck"]
TakeOrder == [CCheck |-> "CReadSlot", CReadSlot |-> "CPublish", CPublish |-> "CCheck"]

------------------------------------------------------------------------------
\* Without an access to shared memory: the cached cursor decides.
PCheck ==
  /\ pStep = "PCheck" /\ put < Items
  /\ pStep' = IF SeemsFull THEN "PLoadRead" ELSE PutOrder.PCheck
  /\ UNCHANGED <<write, read, slot, pRead, cStep, cWrite, cElement, put, taken>>

PLoadRead ==
  /\ pStep = "PLoadRead"
  /\ pRead' = read
  /\ pStep' = "PCheck"
  /\ UNCHANGED <<write, read, slot, cStep, cWrite, cElement, put, taken>>

PWriteSlot ==
  /\ pStep = "PWriteSlot"
  /\ slot' = [slot EXCEPT ![write % Capacity] = put + 1]
  /\ pStep' = PutOrder.PWriteSlot
  /\ UNCHANGED <<write, read, pRead, cStep, cWrite, cElement, put, taken>>

PPublish ==
  /\ pStep = "PPublish"
  /\ write' = Next1(write)
  /\ put' = put + 1
  /\ pStep' = PutOrder.PPublish
  /\ UNCHANGED <<read, slot, pRead, cStep, cWrite, cElement, taken>>

CCheck ==
  /\ cStep = "CCheck"
  /\ cStep' = IF SeemsEmpty THEN "CLoadWrite" ELSE TakeOrder.CCheck
  /\ UNCHANGED <<write, read, slot, pStep, pRead, cWrite, cElement, put, taken>>

CLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ cWrite' = write
  /\ cStep' = "CCheck"
  /\ UNCHANGED <<write, read, slot, pStep, pRead, cElement, put, taken>>

CReadSlot ==
  /\ cStep = "CReadSlot"
  /\ cElement' = slot[read % Capacity]
  /\ cStep' = TakeOrder.CReadSlot
  /\ UNCHANGED <<write, read, slot, pStep, pRead, cWrite, put, taken>>

CPublish ==
  /\ cStep = "CPublish"
  /\ read' = Next1(read)
  /\ taken' = taken + 1
  /\ cStep' = TakeOrder.CPublish
  /\ UNCHANGED <<write, slot, pStep, pRead, cWrite, cElement, put>>

Next ==
  \/ PCheck \/ PLoadRead \/ PWriteSlot \/ PPublish
  \/ CCheck \/ CLoadWrite \/ CReadSlot \/ CPublish

Spec == Init /\ [][Next]_vars

------------------------------------------------------------------------------
Filled == IF pStep = "PPublish" THEN {put + 1} ELSE {}
Hand == IF cStep = "CPublish" THEN {taken + 1} ELSE {}

AsAny ==
  INSTANCE AnyRing WITH
    Limit <- Capacity,
    Waits <- FALSE,
    write <- put,
    closed <- FALSE,
    read <- taken,
    cancelled <- FALSE,
    filled <- Filled,
    seenRead <- put - Ahead(pRead, write),
    seenCancelled <- FALSE,
    pAsleep <- FALSE,
    pOwes <- FALSE,
    hand <- [k \in Hand |-> cElement],
    seenWrite <- taken + Ahead(read, cWrite),
    seenClosed <- FALSE,
    cAsleep <- FALSE,
    cOwes <- FALSE,
    ended <- FALSE

RefinesAnyRing == AsAny!Spec

THEOREM CachedRingIsAnyRing == Spec => RefinesAnyRing
==============================================================================

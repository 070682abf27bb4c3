----------------------------- MODULE BatchedRing -----------------------------
(***************************************************************************)
(* A ring that hands over several elements at once: the producer fills as  *)
(* many slots as it has seen room for, or fewer, and moves WRITE over them *)
(* once; the consumer drains as many as it has seen filled, or fewer, and  *)
(* moves READ once.  Each move is one notification.  Cursors wrap around,  *)
(* one slot stays empty, and who cannot go on waits.                       *)
(***************************************************************************)
EXTENDS Integers, Sequences

CONSTANTS
  Capacity,      \* number of slots; one stays empty
  Items          \* how many elements the producer has to put; the k-th is k

ASSUME BatchedRingAssumptions == Capacity \in Nat /\ Capacity >= 2 /\ Items \in Nat

VARIABLES
  write, read,   \* the cursors
  slot,          \* producer: the data region
  pStep,         \* the step that the producer takes next; "PAsleep": it waits on READ
  pRead,         \* READ as it loaded it
  pDone,         \* how many slots of this batch it has written
  cStep,         \* the step that the consumer takes next; "CAsleep": it waits on WRITE
  cWrite,        \* WRITE as it loaded it
  batch,         \* what the consumer has read of this batch
  put, taken     \* for the promises alone: what both have done

producer == <<pStep, pRead, pDone>>
consumer == <<cStep, cWrite, batch>>
vars == <<write, read, slot, producer, consumer, put, taken>>

Init ==
  /\ write = 0 /\ read = 0
  /\ slot = [s \in 0..Capacity - 1 |-> 0]
  /\ pStep = "PLoadRead" /\ pRead = 0 /\ pDone = 0
  /\ cStep = "CLoadWrite" /\ cWrite = 0 /\ batch = <<>>
  /\ put = 0 /\ taken = 0

------------------------------------------------------------------------------
Distance(from, to) == (to - from) % Capacity

\* What a control replaces: how many slots a batch may have, and how far the cursor then moves.
Room == Capacity - 1 - Distance(pRead, write)
SeenStored == Distance(read, cWrite)
PMoves == pDone
CMoves == Len(batch)

------------------------------------------------------------------------------
\* It waits only if it has nothing in its hands.
PLoadRead ==
  /\ pStep = "PLoadRead" /\ put < Items
  /\ pRead' = read
  /\ pStep' = IF Distance(read, write) = Capacity - 1 THEN "PWait" ELSE "PWriteSlot"
  /\ UNCHANGED <<write, read, slot, pDone, consumer, put, taken>>

PWait ==
  /\ pStep = "PWait"
  /\ pStep' = IF read = pRead THEN "PAsleep" ELSE "PLoadRead"
  /\ UNCHANGED <<write, read, slot, pRead, pDone, consumer, put, taken>>

PWake ==
  /\ pStep = "PAsleep"
  /\ pStep' = "PLoadRead"
  /\ UNCHANGED <<write, read, slot, pRead, pDone, consumer, put, taken>>

PWriteSlot ==
  /\ pStep = "PWriteSlot" /\ pDone < Room /\ put + pDone < Items
  /\ slot' = [slot EXCEPT ![(write + pDone) % Capacity] = put + pDone + 1]
  /\ pDone' = pDone + 1
  /\ UNCHANGED <<write, read, pStep, pRead, consumer, put, taken>>

PPublish ==
  /\ pStep = "PWriteSlot" /\ PMoves > 0
  /\ write' = (write + PMoves) % Capacity
  /\ put' = put + PMoves
  /\ pDone' = 0
  /\ pStep' = "PNotify"
  /\ UNCHANGED <<read, slot, pRead, consumer, taken>>

PNotify ==
  /\ pStep = "PNotify"
  /\ pStep' = "PLoadRead"
  /\ cStep' = IF cStep = "CAsleep" THEN "CLoadWrite" ELSE cStep
  /\ UNCHANGED <<write, read, slot, pRead, pDone, cWrite, batch, put, taken>>

CLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ cWrite' = write
  /\ cStep' = IF Distance(read, write) = 0 THEN "CWait" ELSE "CReadSlot"
  /\ UNCHANGED <<write, read, slot, producer, batch, put, taken>>

CWait ==
  /\ cStep = "CWait"
  /\ cStep' = IF write = cWrite THEN "CAsleep" ELSE "CLoadWrite"
  /\ UNCHANGED <<write, read, slot, producer, cWrite, batch, put, taken>>

CWake ==
  /\ cStep = "CAsleep"
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<write, read, slot, producer, cWrite, batch, put, taken>>

CReadSlot ==
  /\ cStep = "CReadSlot" /\ Len(batch) < SeenStored
  /\ batch' = Append(batch, slot[(read + Len(batch)) % Capacity])
  /\ UNCHANGED <<write, read, slot, producer, cStep, cWrite, put, taken>>

CPublish ==
  /\ cStep = "CReadSlot" /\ CMoves > 0
  /\ read' = (read + CMoves) % Capacity
  /\ taken' = taken + CMoves
  /\ batch' = <<>>
  /\ cStep' = "CNotify"
  /\ UNCHANGED <<write, slot, producer, cWrite, put>>

CNotify ==
  /\ cStep = "CNotify"
  /\ cStep' = "CLoadWrite"
  /\ pStep' = IF pStep = "PAsleep" THEN "PLoadRead" ELSE pStep
  /\ UNCHANGED <<write, read, slot, pRead, pDone, cWrite, batch, put, taken>>

Next ==
  \/ PLoadRead \/ PWait \/ PWake \/ PWriteSlot \/ PPublish \/ PNotify
  \/ CLoadWrite \/ CWait \/ CWake \/ CReadSlot \/ CPublish \/ CNotify

Spec == Init /\ [][Next]_vars

------------------------------------------------------------------------------
AsAny ==
  INSTANCE AnyRing WITH
    Limit <- Capacity - 1,
    Waits <- TRUE,
    write <- put,
    closed <- FALSE,
    read <- taken,
    cancelled <- FALSE,
    filled <- put + 1..put + pDone,
    seenRead <- put - Distance(pRead, write),
    seenCancelled <- FALSE,
    pAsleep <- pStep = "PAsleep",
    pOwes <- pStep = "PNotify",
    hand <- [k \in taken + 1..taken + Len(batch) |-> batch[k - taken]],
    seenWrite <- taken + Distance(read, cWrite),
    seenClosed <- FALSE,
    cAsleep <- cStep = "CAsleep",
    cOwes <- cStep = "CNotify",
    ended <- FALSE

RefinesAnyRing == AsAny!Spec

THEOREM BatchedRingIsAnyRing == Spec => RefinesAnyRing
==============================================================================

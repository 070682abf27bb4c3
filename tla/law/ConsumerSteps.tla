---------------------------- MODULE ConsumerSteps ----------------------------
(***************************************************************************)
(* What the consumer does: it drains slots and moves READ. Each action has *)
(* the name of the line of Java that takes it: the line of                 *)
(* org.sabring.ring.CursorConsumer that ends with the same name. Between   *)
(* two calls it stands before CLoadWrite.                                  *)
(***************************************************************************)
EXTENDS RingState

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
==============================================================================

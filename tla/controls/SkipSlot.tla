------------------------------ MODULE SkipSlot -------------------------------
(***************************************************************************)
(* The consumer frees two slots at once, and so loses an element.          *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCPublish ==
  /\ cStep = "CPublish"
  /\ read' = Next1(Next1(cRead))
  /\ taken' = taken + 1
  /\ received' = cElement
  /\ cStep' = TakeOrder.CPublish
  /\ UNCHANGED <<write, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, put, ended>>
==============================================================================

-------------------------- MODULE FreeAllBeforeRead --------------------------
(***************************************************************************)
(* The consumer frees everything that it has seen, and reads it            *)
(* afterwards. The producer fills a slot while it is being read.           *)
(***************************************************************************)
EXTENDS FreeBeforeRead

MutantCPublish ==
  /\ cStep = "CPublish"
  /\ read' = Cursor(cWrite)
  /\ taken' = taken + 1
  /\ received' = cElement
  /\ cStep' = MutantTakeOrder.CPublish
  /\ UNCHANGED <<write, produced, consumed, producerWaits, consumerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, put, ended>>
==============================================================================

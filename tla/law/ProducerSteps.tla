---------------------------- MODULE ProducerSteps ----------------------------
(***************************************************************************)
(* What the producer does: it fills slots and moves WRITE. Each action has *)
(* the name of the line of Java that takes it: the line of                 *)
(* org.sabring.ring.CursorProducer that ends with the same name. Between   *)
(* two calls it stands before PLoadWrite.                                  *)
(***************************************************************************)
EXTENDS RingState

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
==============================================================================

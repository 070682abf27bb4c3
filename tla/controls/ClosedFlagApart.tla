--------------------------- MODULE ClosedFlagApart ---------------------------
(***************************************************************************)
(* The closed flag is a word of its own, and the consumer waits on WRITE.  *)
(* Between asking for the flag and falling asleep the producer can close:  *)
(* WRITE has not changed, so the consumer sleeps, and the notification has *)
(* already been.                                                           *)
(***************************************************************************)
EXTENDS CursorRingPromises

VARIABLE closedFlag       \* the word of its own

ApartInit == Init /\ closedFlag = FALSE

ApartPClose ==
  /\ pStep = "PClose"
  /\ closedFlag' = TRUE
  /\ pStep' = "PNotify"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>

ApartPNotify ==
  /\ pStep = "PNotify"
  /\ cStep' = IF cStep = "CAsleep" THEN "CLoadWrite" ELSE cStep
  /\ pStep' = IF closedFlag THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<closedFlag, memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

\* On an empty ring it asks for the flag, and sleeps only if it is not set.
ApartCCountWait ==
  /\ cStep = "CCountWait"
  /\ cStep' = IF closedFlag THEN "CDone" ELSE "CWait"
  /\ consumerWaits' = IF closedFlag THEN consumerWaits ELSE Count(consumerWaits)
  /\ UNCHANGED <<closedFlag, write, read, produced, consumed, producerWaits, slot>>
  /\ UNCHANGED <<producer, cWrite, cRead, cElement, ghosts>>

ApartNext ==
  \/ ApartPClose \/ ApartPNotify \/ ApartCCountWait
  \/ /\ UNCHANGED closedFlag
     /\ \/ PLoadWrite \/ PLoadRead \/ PCountWait \/ PWait \/ PWake
        \/ PWriteSlot \/ PCountProduced \/ PPublish
        \/ CLoadWrite \/ CLoadRead \/ CWait \/ CWake
        \/ CReadSlot \/ CPublish \/ CCountConsumed \/ CNotify \/ CCancel

ApartSpec == ApartInit /\ [][ApartNext]_<<vars, closedFlag>>

\* NoLostWakeup, with the flag where it now is.
NoLostWakeupApart == cStep = "CAsleep" => ProducerWillNotify \/ (Empty(write, read) /\ ~closedFlag)
==============================================================================

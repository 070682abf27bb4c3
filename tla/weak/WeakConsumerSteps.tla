-------------------------- MODULE WeakConsumerSteps --------------------------
(***************************************************************************)
(* What the consumer does: the steps of ConsumerSteps by the same names,   *)
(* each access with its mode. A load may give more than one value.         *)
(***************************************************************************)
EXTENDS WeakRingState

CLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ \E load \in Loads(m, "C", "WRITE", Mode("CLoadWrite")) :
       m' = load.memory /\ cWrite' = load.value
  /\ cStep' = "CLoadRead"
  /\ UNCHANGED <<modes, producer, cRead, cElement, ghosts>>

\* Who finds the end knows that the producer has said all it had to say.
CLoadRead ==
  /\ \E load \in Loads(m, "C", "READ", Mode("CLoadRead")) :
       /\ cRead' = load.value
       /\ \/ /\ cStep = "CLoadRead"
             /\ LET seen == ConsumerSees(cWrite, load.value)
                IN  /\ CASE seen = "element" -> cStep' = Onward(TakeOrder.CLoadRead)
                         [] seen = "end" -> cStep' = "CLoadWrite"
                         [] seen = "empty" -> cStep' \in {Onward(s) : s \in CCannotGoOn}
                    /\ ended' = (ended \/ seen = "end")
                    /\ IF seen = "end" THEN Hears(load.memory, "C", "P says")
                       ELSE m' = load.memory /\ missed' = missed
          \/ /\ cStep = "CLoadWrite" /\ "cancel" \in Parts /\ Profile = "reference"
             /\ cStep' = "CCancel"
             /\ m' = load.memory /\ UNCHANGED <<ended, missed>>
  /\ UNCHANGED <<modes, producer, cWrite, cElement, put, taken, received>>

CCountWait ==
  /\ cStep = "CCountWait"
  /\ m' \in Counted("C", "CONSUMER_WAITS", Mode("CCountWait"))
  /\ cStep' = "CWait"
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>

\* Under the lock of the waiter list of WRITE.
CWait ==
  /\ cStep = "CWait"
  /\ \E load \in Loads(Locked(m, "C", Waiters("WRITE")), "C", "WRITE", Mode("CWait")) :
       /\ m' = load.memory
       /\ cStep' = IF StillIs(load.value, cWrite) THEN "CAsleep" ELSE "CLoadWrite"
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>

CWake ==
  /\ "spurious" \in Parts
  /\ cStep = "CAsleep"
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<m, modes, producer, cWrite, cRead, cElement, ghosts>>

CReadSlot ==
  /\ cStep = "CReadSlot"
  /\ \E load \in Loads(m, "C", SlotAt(Cursor(cRead)), Mode("CReadSlot")) :
       m' = load.memory /\ cElement' = load.value
  /\ cStep' = Onward(TakeOrder.CReadSlot)
  /\ UNCHANGED <<modes, producer, cWrite, cRead, ghosts>>

CPublish ==
  /\ cStep = "CPublish"
  /\ m' \in Stores(m, "C", "READ", Next1(cRead), Mode("CPublish"))
  /\ taken' = taken + 1
  /\ received' = cElement
  /\ cStep' = Onward(TakeOrder.CPublish)
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, put, ended, missed>>

CCountConsumed ==
  /\ cStep = "CCountConsumed"
  /\ m' \in Counted("C", "CONSUMED", Mode("CCountConsumed"))
  /\ cStep' = Onward(TakeOrder.CCountConsumed)
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>

\* Under the lock of the waiter list of READ.
CNotify ==
  /\ cStep = "CNotify"
  /\ m' = Locked(m, "C", Waiters("READ"))
  /\ pStep' = IF pStep = "PAsleep" THEN "PLoadWrite" ELSE pStep
  /\ cStep' = IF IsFlagged(Latest(m', "READ")) THEN "CDone" ELSE TakeOrder.CNotify
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

CCancel ==
  /\ cStep = "CCancel"
  /\ \E said \in Said("C", "C says") :
       m' \in Stores(said, "C", "READ", cRead + Flag, Mode("CCancel"))
  /\ cStep' = IF "CNotify" \in Skipped THEN "CDone" ELSE "CNotify"
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

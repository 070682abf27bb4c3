-------------------------- MODULE WeakProducerSteps --------------------------
(***************************************************************************)
(* What the producer does: the steps of ProducerSteps by the same names,   *)
(* each access with its mode. A load may give more than one value.         *)
(***************************************************************************)
EXTENDS WeakRingState

PLoadWrite ==
  /\ pStep = "PLoadWrite"
  /\ \E load \in Loads(m, "P", "WRITE", Mode("PLoadWrite")) :
       m' = load.memory /\ pWrite' = load.value
  /\ \/ pElement <= Items /\ pStep' = "PLoadRead"
     \/ "close" \in Parts /\ Profile = "reference" /\ pStep' = "PClose"
     \/ Profile = "seed" /\ pElement > Items /\ pStep' = "PDone"
  /\ UNCHANGED <<modes, pRead, pElement, consumer, ghosts>>

\* Who finds the flag knows that the consumer has said all it had to say.
PLoadRead ==
  /\ pStep = "PLoadRead"
  /\ \E load \in Loads(m, "P", "READ", Mode("PLoadRead")) :
       /\ pRead' = load.value
       /\ IF IsFlagged(load.value) THEN Hears(load.memory, "P", "C says")
          ELSE m' = load.memory /\ missed' = missed
       /\ IF IsFlagged(load.value) THEN pStep' = "PLoadWrite"
          ELSE IF Full(pWrite, load.value) THEN pStep' \in {Onward(s) : s \in PCannotGoOn}
          ELSE pStep' = Onward(PutOrder.PLoadRead)
  /\ UNCHANGED <<modes, pWrite, pElement, consumer, put, taken, received, ended>>

PCountWait ==
  /\ pStep = "PCountWait"
  /\ m' \in Counted("P", "PRODUCER_WAITS", Mode("PCountWait"))
  /\ pStep' = "PWait"
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>

\* Under the lock of the waiter list of READ.
PWait ==
  /\ pStep = "PWait"
  /\ \E load \in Loads(Locked(m, "P", Waiters("READ")), "P", "READ", Mode("PWait")) :
       /\ m' = load.memory
       /\ pStep' = IF StillIs(load.value, pRead) THEN "PAsleep" ELSE "PLoadWrite"
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>

PWake ==
  /\ "spurious" \in Parts
  /\ pStep = "PAsleep"
  /\ pStep' = "PLoadWrite"
  /\ UNCHANGED <<m, modes, pWrite, pRead, pElement, consumer, ghosts>>

PWriteSlot ==
  /\ pStep = "PWriteSlot"
  /\ m' \in Stores(m, "P", SlotAt(Cursor(pWrite)), pElement, Mode("PWriteSlot"))
  /\ pElement' = pElement + 1
  /\ pStep' = Onward(PutOrder.PWriteSlot)
  /\ UNCHANGED <<modes, pWrite, pRead, consumer, ghosts>>

PCountProduced ==
  /\ pStep = "PCountProduced"
  /\ m' \in Counted("P", "PRODUCED", Mode("PCountProduced"))
  /\ pStep' = Onward(PutOrder.PCountProduced)
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>

PPublish ==
  /\ pStep = "PPublish"
  /\ m' \in Stores(m, "P", "WRITE", Next1(pWrite), Mode("PPublish"))
  /\ put' = pElement - 1
  /\ pStep' = Onward(PutOrder.PPublish)
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, taken, received, ended, missed>>

\* Under the lock of the waiter list of WRITE.
PNotify ==
  /\ pStep = "PNotify"
  /\ m' = Locked(m, "P", Waiters("WRITE"))
  /\ cStep' = IF cStep = "CAsleep" THEN "CLoadWrite" ELSE cStep
  /\ pStep' = IF IsFlagged(Latest(m', "WRITE")) THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

PClose ==
  /\ pStep = "PClose"
  /\ \E said \in Said("P", "P says") :
       m' \in Stores(said, "P", "WRITE", pWrite + Flag, Mode("PClose"))
  /\ pStep' = IF "PNotify" \in Skipped THEN "PDone" ELSE "PNotify"
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>
==============================================================================

---------------------------- MODULE BatchTooEarly ----------------------------
(***************************************************************************)
(* A batch is published before its last slot is written, or freed before   *)
(* its last slot is read.                                                  *)
(***************************************************************************)
EXTENDS BatchPublish

\* The step comes before the last slot of the batch, which is then done late.
MutantPPublish ==
  \/ /\ pStep = "PWriteSlot" /\ pWrite # Latest(m, "WRITE")
     /\ m' \in Stores(m, "P", "WRITE", Next1(pWrite), Mode("PPublish"))
     /\ pStep' = "PWriteLate"
     /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>
  \/ /\ pStep = "PWriteLate"
     /\ m' \in Stores(m, "P", SlotAt(pWrite), pElement, Mode("PWriteSlot"))
     /\ pElement' = pElement + 1
     /\ pStep' = Onward(PutOrder.PPublish)
     /\ UNCHANGED <<modes, pWrite, pRead, consumer, ghosts>>

MutantCPublish ==
  \/ /\ cStep = "CReadSlot" /\ cRead # Latest(m, "READ")
     /\ m' \in Stores(m, "C", "READ", Next1(cRead), Mode("CPublish"))
     /\ cStep' = "CReadLate"
     /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>
  \/ /\ cStep = "CReadLate"
     /\ \E load \in Loads(m, "C", SlotAt(cRead), Mode("CReadSlot")) :
          m' = load.memory /\ cElement' = load.value
     /\ cStep' = Onward(TakeOrder.CPublish)
     /\ UNCHANGED <<modes, producer, cWrite, cRead, ghosts>>

PublishTooEarly == Init /\ [][BatchNext \/ MutantPPublish]_vars
FreeTooEarly == Init /\ [][BatchNext \/ MutantCPublish]_vars
==============================================================================

---------------------------- MODULE WeakMistakes -----------------------------
(***************************************************************************)
(* Mistakes of the ring that no mode makes good: the controls of the       *)
(* promises of WeakCursorRingPromises. A model plants one of them.         *)
(***************************************************************************)
EXTENDS WeakCursorRingPromises

\* The slot is freed before it is read. Not a race: it is the one that stays empty.
FreeBeforeRead ==
  [CLoadRead |-> "CPublish", CPublish |-> "CReadSlot", CReadSlot |-> "CCountConsumed",
   CCountConsumed |-> "CNotify", CNotify |-> "CLoadWrite"]

\* The producer notifies first and publishes afterwards.
NotifyBeforePublish ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PNotify",
   PNotify |-> "PPublish", PPublish |-> "PLoadWrite"]

\* The end is asked for before the elements.
ClosedBeforeEmpty(writeWord, readWord) ==
  IF IsFlagged(writeWord) THEN "end" ELSE IF Empty(writeWord, readWord) THEN "empty" ELSE "element"

\* A wait goes to sleep without comparing.
SleepWithoutCompare(word, expected) == TRUE

\* The producer never finds the ring full, and overwrites what has not been taken.
NeverFull(writeWord, readWord) == FALSE

\* The consumer reads the slot that was filled last.
TakeNewest ==
  /\ cStep = "CReadSlot"
  /\ \E load \in Loads(m, "C", SlotAt((Cursor(cWrite) + Capacity - 1) % Capacity), Mode("CReadSlot")) :
       m' = load.memory /\ cElement' = load.value
  /\ cStep' = Onward(TakeOrder.CReadSlot)
  /\ UNCHANGED <<modes, producer, cWrite, cRead, ghosts>>

\* Nobody is told of the last element.
LastUntold ==
  /\ pStep = "PNotify"
  /\ m' = Locked(m, "P", Waiters("WRITE"))
  /\ cStep' = IF cStep = "CAsleep" /\ (pElement <= Items \/ IsFlagged(Latest(m, "WRITE")))
              THEN "CLoadWrite" ELSE cStep
  /\ pStep' = IF IsFlagged(Latest(m', "WRITE")) THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>

\* Closing and cancelling wake nobody.
CloseWithoutNotify ==
  /\ pStep = "PClose"
  /\ m' \in Stores(m, "P", "WRITE", pWrite + Flag, Mode("PClose"))
  /\ pStep' = "PDone"
  /\ UNCHANGED <<modes, pWrite, pRead, pElement, consumer, ghosts>>
CancelWithoutNotify ==
  /\ cStep = "CCancel"
  /\ m' \in Stores(m, "C", "READ", cRead + Flag, Mode("CCancel"))
  /\ cStep' = "CDone"
  /\ UNCHANGED <<modes, producer, cWrite, cRead, cElement, ghosts>>

\* Nothing is said before closing or cancelling.
SayNothing(t, farewell) == {m}
TellingSpec == Start({[farewell |-> TRUE]}) /\ [][Next]_vars
==============================================================================

------------------------- MODULE CursorRingPromises --------------------------
(***************************************************************************)
(* What the ring promises.  Each promise has a number, RB..., which is the *)
(* same in the catalogue, in Java, in tests and in reports.                *)
(***************************************************************************)
EXTENDS CursorRing

PSteps == {"PLoadWrite", "PLoadRead", "PCountWait", "PWait", "PAsleep", "PWriteSlot",
           "PCountProduced", "PPublish", "PNotify", "PClose", "PDone"}
CSteps == {"CLoadWrite", "CLoadRead", "CCountWait", "CWait", "CAsleep", "CReadSlot",
           "CPublish", "CCountConsumed", "CNotify", "CCancel", "CDone"}

Cursors == 0..Capacity - 1
CursorWords == Cursors \union (Flag..Flag + Capacity - 1)
Counters == 0..Modulus - 1
Elements == 0..Items

\* RB204: every word and every local holds what it may hold.
TypeOK ==
  /\ write \in CursorWords /\ read \in CursorWords
  /\ produced \in Counters /\ consumed \in Counters
  /\ producerWaits \in Counters /\ consumerWaits \in Counters
  /\ slot \in [Cursors -> Elements]
  /\ pStep \in PSteps /\ pWrite \in CursorWords /\ pRead \in CursorWords
  /\ pElement \in 1..Items + 1
  /\ cStep \in CSteps /\ cWrite \in CursorWords /\ cRead \in CursorWords
  /\ cElement \in Elements
  /\ put \in Elements /\ taken \in Elements /\ received \in Elements
  /\ ended \in BOOLEAN

\* RB101, RB102, RB103: seen from outside it is a bounded FIFO. Publishing puts, freeing takes.
Fifo == INSTANCE BoundedFifo WITH
          Bound <- Capacity - 1,
          closed <- IsFlagged(write),
          cancelled <- IsFlagged(read)

RefinesBoundedFifo == Fifo!Spec

\* The same, asked of a state: what may follow it. TLC's workers look at states alone.
StepsRefineBoundedFifo == ~ENABLED (Next /\ ~[Fifo!Next]_(Fifo!vars))

\* RB104: the cursors tell how much is stored, and one slot stays empty.
Bounded ==
  /\ put - taken = Distance(Cursor(read), Cursor(write))
  /\ put - taken <= Capacity - 1

\* RB201, RB202: no slot is about to be written and read at once.
NoDataRaces ==
  ~(pStep = "PWriteSlot" /\ cStep = "CReadSlot" /\ Cursor(pWrite) = Cursor(cRead))

\* RB203: a word changes in a step of its one writer, and in no other.
OneWriterAWord ==
  [][ /\ UNCHANGED <<write, produced, producerWaits, slot>> \/ Producer
      /\ UNCHANGED <<read, consumed, consumerWaits>> \/ Consumer ]_vars

\* RB203: a load returns what is in the word.
LoadsReturnWhatIsThere ==
  [][ /\ pStep = "PLoadWrite" /\ pStep' # pStep => pWrite' = write
      /\ pStep = "PLoadRead" /\ pStep' # pStep => pRead' = read
      /\ cStep = "CLoadWrite" /\ cStep' = "CLoadRead" => cWrite' = write
      /\ cStep \in {"CLoadRead", "CLoadWrite"} /\ cStep' \notin {cStep, "CLoadRead"} => cRead' = read
      /\ cStep = "CReadSlot" /\ cStep' # cStep => cElement' = slot[Cursor(cRead)] ]_vars

\* RB204
CursorsMoveByOne ==
  [][ /\ Cursor(write') \in {Cursor(write), (Cursor(write) + 1) % Capacity}
      /\ Cursor(read') \in {Cursor(read), (Cursor(read) + 1) % Capacity} ]_vars

\* RB301, RB302, RB303: who sleeps has nothing to wake for, or will be notified.
ConsumerWillNotify == cStep \in {"CCountConsumed", "CNotify"}
ProducerWillNotify ==
  pStep = "PNotify" \/ (Profile = "seed" /\ pStep = "PCountProduced")

NoLostWakeup ==
  /\ pStep = "PAsleep" => ConsumerWillNotify \/ (Full(write, read) /\ ~IsFlagged(read))
  /\ cStep = "CAsleep" => ProducerWillNotify \/ (Empty(write, read) /\ ~IsFlagged(write))

\* RB303: a notification wakes who sleeps on the word.
NotificationsWake ==
  [][ /\ pStep = "PNotify" /\ pStep' # pStep => cStep' # "CAsleep"
      /\ cStep = "CNotify" /\ cStep' # cStep => pStep' # "PAsleep" ]_vars

\* RB304, RB503: a side that neither sleeps nor is done can take a step.
ProducerCanGoOn == pStep \notin {"PAsleep", "PDone"} => ENABLED Producer
ConsumerCanGoOn == cStep \notin {"CAsleep", "CDone"} => ENABLED Consumer

\* RB304: if neither side can go on by itself, all is done and all is taken.
NoDeadlock ==
  pStep \in {"PAsleep", "PDone"} /\ cStep \in {"CAsleep", "CDone"} =>
    /\ pStep = "PDone"
    /\ cStep = "CDone" \/ (taken = put /\ ~IsFlagged(write))

\* RB401: how far PRODUCED is ahead of CONSUMED, as a signed number.
Ahead ==
  LET difference == (produced - consumed) % Modulus
  IN  IF difference > Capacity THEN difference - Modulus ELSE difference

ConsumedNeverAhead == Ahead >= 0
CounterBounds ==
  /\ Ahead <= Capacity
  /\ Ahead >= IF Profile = "seed" THEN -1 ELSE 0

\* RB402
CountersCount ==
  /\ consumed = (taken - IF cStep = "CCountConsumed" THEN 1 ELSE 0) % Modulus
  /\ produced = (CASE Profile = "seed" /\ pStep = "PCountProduced" -> put - 1
                   [] Profile = "reference" /\ pStep = "PPublish" -> put + 1
                   [] OTHER -> put) % Modulus

\* RB402: the counters move by one, in the steps that count.
CountersMoveByOne ==
  [][ /\ produced' =
           IF pStep = "PCountProduced" /\ pStep' # pStep THEN Count(produced) ELSE produced
      /\ consumed' =
           IF cStep = "CCountConsumed" /\ cStep' # cStep THEN Count(consumed) ELSE consumed ]_vars

\* RB403: a wait is counted by one as it begins, and nobody sleeps outside a wait. The seed does not
\* count consumer waits.
WaitsAreCounted ==
  [][ /\ producerWaits' =
           IF pStep # "PWait" /\ pStep' = "PWait" THEN Count(producerWaits) ELSE producerWaits
      /\ Profile = "reference" =>
           consumerWaits' =
             IF cStep # "CWait" /\ cStep' = "CWait" THEN Count(consumerWaits) ELSE consumerWaits
      /\ pStep' = "PAsleep" => pStep \in {"PWait", "PAsleep"}
      /\ cStep' = "CAsleep" => cStep \in {"CWait", "CAsleep"} ]_vars

\* RB501
EndOnlyAfterEverything == ended => IsFlagged(write) /\ taken = put

\* RB502
FlagsAreFinal ==
  [][ /\ IsFlagged(write) => write' = write
      /\ IsFlagged(read) => read' = read ]_vars

\* RB503: who cancelled has notified, or is about to.
CancelFreesProducer == pStep = "PAsleep" /\ IsFlagged(read) => cStep = "CNotify"

\* RB503: once cancelled, the producer does not go to sleep.
NoSleepAfterCancel == [][IsFlagged(read) /\ pStep' = "PAsleep" => pStep = "PAsleep"]_vars

------------------------------------------------------------------------------
\* What needs FairSpec: that something good happens.

\* RB305
EverythingPutIsTaken ==
  \A k \in 1..Items : put >= k ~> (taken >= k \/ IsFlagged(read))

\* RB501
CloseReachesConsumer == IsFlagged(write) ~> (ended \/ IsFlagged(read))

\* RB503
CancelReachesProducer == IsFlagged(read) ~> pStep # "PAsleep"

\* RB304, RB503: if there is room, or nobody left to make any, the producer's call comes back.
PutComesBack == (~Full(write, read) \/ IsFlagged(read)) ~> pStep \in {"PLoadWrite", "PDone"}

------------------------------------------------------------------------------
\* What is claimed. TLC checks it for small rings, and it is proved for every capacity.

THEOREM Safety == Spec =>
  [](TypeOK /\ Bounded /\ NoDataRaces /\ NoLostWakeup /\ ProducerCanGoOn /\ ConsumerCanGoOn
     /\ NoDeadlock /\ CounterBounds /\ CountersCount /\ EndOnlyAfterEverything
     /\ CancelFreesProducer)
THEOREM Reference == Spec => [](Profile = "reference" => ConsumedNeverAhead)
THEOREM Steps == Spec =>
  /\ OneWriterAWord /\ LoadsReturnWhatIsThere /\ CursorsMoveByOne /\ NotificationsWake
  /\ CountersMoveByOne /\ WaitsAreCounted /\ FlagsAreFinal /\ NoSleepAfterCancel
THEOREM Refinement == Spec => RefinesBoundedFifo
THEOREM Liveness == FairSpec =>
  EverythingPutIsTaken /\ CloseReachesConsumer /\ CancelReachesProducer /\ PutComesBack
==============================================================================

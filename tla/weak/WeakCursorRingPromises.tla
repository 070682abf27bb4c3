----------------------- MODULE WeakCursorRingPromises ------------------------
(***************************************************************************)
(* What the ring promises on a memory that is not sequentially consistent. *)
(* The promises are those of CursorRingPromises, read off the last value   *)
(* of each word; new is that no two accesses race.                         *)
(***************************************************************************)
EXTENDS WeakCursorRing

Law == INSTANCE CursorRingPromises WITH
         write <- Latest(m, "WRITE"),
         read <- Latest(m, "READ"),
         produced <- Latest(m, "PRODUCED"),
         consumed <- Latest(m, "CONSUMED"),
         producerWaits <- Latest(m, "PRODUCER_WAITS"),
         consumerWaits <- Latest(m, "CONSUMER_WAITS"),
         slot <- [s \in 0..Capacity - 1 |-> Latest(m, SlotAt(s))]

\* RB201, RB202: no access races with another. "sc" and "tso" are machines and know no races.
NoDataRaces == ~HasRace(m)

\* RB101, RB102, RB103: what is taken is the oldest element that was put and not taken yet.
InOrder == received = taken /\ taken <= put

\* RB104. Law!Bounded compares with the cursors, which "tso" stores later than they are published.
Bounded == taken <= put /\ put - taken <= Capacity - 1

NoLostWakeup == Law!NoLostWakeup                         \* RB301, RB302, RB303
NoDeadlock == Law!NoDeadlock                             \* RB304
EndOnlyAfterEverything == Law!EndOnlyAfterEverything     \* RB501
CancelFreesProducer == Law!CancelFreesProducer           \* RB503

\* What a side did before it closed or cancelled, the other sees once it knows of that.
FarewellsArrive == ~missed

\* Seen from outside it is a bounded FIFO.
Fifo == INSTANCE BoundedFifo WITH
          Bound <- Capacity - 1,
          closed <- IsFlagged(Latest(m, "WRITE")),
          cancelled <- IsFlagged(Latest(m, "READ"))

RefinesBoundedFifo == Fifo!Spec

\* Seen from inside it is CursorRing, if every load gives what was stored last. That is "sc".
RefinesCursorRing == Law!Spec

\* Why no other way to look at it would do: in CursorRing the sides never act both at once on a cursor
\* that the other has moved before. This is what store buffering (SB) looks like in the ring.
NotBothBehind ==
  ~(/\ pStep \in {"PWriteSlot", "PWait"} /\ pRead # Latest(m, "READ")
    /\ cStep = "CLoadRead" /\ cWrite # Latest(m, "WRITE"))

------------------------------------------------------------------------------
\* What needs FairSpec, as in the law. Of the memory nothing is assumed but that a store leaves its
\* buffer some day: a side that sees no newer store goes to sleep, and who wakes it has held the lock
\* before. (A side that gives up instead may ask for ever and be told old stores.)

EverythingPutIsTaken == Law!EverythingPutIsTaken         \* RB305
CloseReachesConsumer == Law!CloseReachesConsumer         \* RB501
CancelReachesProducer == Law!CancelReachesProducer       \* RB503
PutComesBack == Law!PutComesBack                         \* RB304, RB503

------------------------------------------------------------------------------
\* The ring with the modes of the Java ring, with the 16 assignments that suffice, and all volatile.

Suffice ==
  [PLoadRead: {"acquire", "volatile"}, PPublish: {"release", "volatile"},
   CLoadWrite: {"acquire", "volatile"}, CPublish: {"release", "volatile"}]

AllVolatile ==
  [step \in {"PLoadRead", "PPublish", "PClose", "CLoadWrite", "CPublish", "CCancel"} |-> "volatile"]

Init == Start({<<>>})
Spec == Init /\ [][Next]_vars

\* The law's fairness. What enables a side stands in place of ENABLED, which TLC cannot compute here in
\* sensible time: it hangs on the side's step alone, as each load gives something.
LoadsGiveSomething ==
  /\ \A a \in Accesses(modes) : a[3] = "plain load" => Loads(m, a[2], a[1], "plain") # {}
  /\ \A a \in Accesses(modes) : a[3] = "atomic load" => Loads(m, a[2], a[1], "opaque") # {}

FairSpec ==
  /\ Spec
  /\ \/ []<>(pStep \in {"PLoadWrite", "PAsleep", "PDone"})
     \/ []<><<pStep \notin {"PLoadWrite", "PAsleep"} /\ pStep' # pStep>>_vars
  /\ \/ []<>(cStep \in {"CAsleep", "CDone"})
     \/ []<><<cStep # "CAsleep" /\ cStep' # cStep>>_vars
  /\ \/ []<>(Moves(m) = {})
     \/ []<><<m' # m /\ UNCHANGED <<producer, consumer>>>>_vars

SufficeSpec == Start(Suffice) /\ [][Next]_vars
VolatileSpec == Start({AllVolatile}) /\ [][Next]_vars
==============================================================================

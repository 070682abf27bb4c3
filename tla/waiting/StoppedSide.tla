----------------------------- MODULE StoppedSide -----------------------------
(***************************************************************************)
(* One side stops for ever: its thread died, its process was killed, it is *)
(* held in a debugger.  It may stop before any of its steps.  The other    *)
(* side cannot tell this from slowness, so no safety promise changes: a    *)
(* behaviour in which a side stops is one of the behaviours of CursorRing. *)
(* What changes is what the other side may count on.  Here only one side   *)
(* is fair: it goes on as long as it can, while the other may stop.  If    *)
(* the waits of the fair side are timed, then PWake or CWake is fair too.  *)
(*                                                                         *)
(* If the producer stops, a consumer with timed waits still                *)
(*   - takes everything that was published    EverythingPutIsTaken         *)
(*   - learns of a close that was published   CloseReachesConsumer         *)
(*   - returns from every attempt             ConsumerComesBack            *)
(*   - misses at most the one element that    AtMostOneUnpublished         *)
(*     the producer had in its hands                                       *)
(* If the consumer stops, a producer with timed waits still                *)
(*   - overwrites nothing that is stored      NothingStoredIsOverwritten   *)
(*   - fills every slot that was freed        EverythingFreedIsFilled      *)
(*   - returns from every attempt             ProducerComesBack            *)
(*   - never blocks after a cancel that was   CancelledNeverBlocks         *)
(*     published                                                           *)
(*                                                                         *)
(* Without timed waits this fails, and in one place only: the stopped side *)
(* has moved its cursor and not yet notified.  A side that waits for ever  *)
(* is safe if the other never stops there.  Calls that do not wait (giveUp *)
(* alone) return always.                                                   *)
(***************************************************************************)
EXTENDS CursorRingPromises

ProducerMayStop == Spec /\ WF_vars(Consumer) /\ WF_vars(CWake)
ConsumerMayStop == Spec /\ WF_vars(Producer) /\ WF_vars(PWake)

\* The waits of the side that goes on are not timed.
ProducerMayStopUntimed == Spec /\ WF_vars(Consumer)
ConsumerMayStopUntimed == Spec /\ WF_vars(Producer)

\* Likewise, but the side that stops does so nowhere between its cursor and its notification.
ProducerNotifiesThenStops == ProducerMayStopUntimed /\ WF_vars(ProducerWillNotify /\ Producer)
ConsumerNotifiesThenStops == ConsumerMayStopUntimed /\ WF_vars(ConsumerWillNotify /\ Consumer)

------------------------------------------------------------------------------
\* What needs no fairness.

\* It has been offered, perhaps written and counted, but not published: the consumer never sees it.
AtMostOneUnpublished == (pElement - 1) - put \in {0, 1}

\* The slots from READ on that hold what was put and not yet taken.
StoredSlots == {(Cursor(read) + i) % Capacity : i \in 0..put - taken - 1}

NothingStoredIsOverwritten ==
  [][\A s \in StoredSlots : slot'[s] = slot[s]]_vars

\* What stands in them is what was put: the consumer, or whoever comes after it, finds it there.
StoredIsThere ==
  \A i \in 0..put - taken - 1 : slot[(Cursor(read) + i) % Capacity] = taken + 1 + i

------------------------------------------------------------------------------
\* What needs one of the formulas above.

\* Sooner or later the side is between two attempts again, or has ended.
ConsumerComesBack == []<>(cStep \in {"CLoadWrite", "CDone"})
ProducerComesBack == []<>(pStep \in {"PLoadWrite", "PDone"})

\* The mirror of EverythingPutIsTaken: if there is room for the k-th element, it is put.
EverythingFreedIsFilled ==
  \A k \in 1..Items :
    taken + Capacity - 1 >= k ~> (put >= k \/ IsFlagged(write) \/ IsFlagged(read))

CancelledNeverBlocks == IsFlagged(read) ~> [](pStep # "PAsleep")
==============================================================================

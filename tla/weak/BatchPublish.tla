---------------------------- MODULE BatchPublish -----------------------------
(***************************************************************************)
(* A side publishes several slots at once: the producer fills as many as   *)
(* it has seen room for and then stores WRITE, the consumer drains as many *)
(* as it has seen filled and then stores READ.  The steps are those of the *)
(* ring; new is that after a slot a side may go on to the next one.        *)
(*                                                                         *)
(* A batch is no one element, so publishing is no one Put.  The batch is   *)
(* put slot by slot as it is written, and becomes visible at once; it is   *)
(* taken slot by slot as it is read, and makes room at once.  With that    *)
(* reading it is a bounded FIFO.  Counters are left out: they would be     *)
(* counted once a batch, and say nothing new.                              *)
(***************************************************************************)
EXTENDS WeakCursorRingPromises

ASSUME NotCounted == "count" \notin Parts

\* The next slot of the batch, and not the last.
PWriteNext ==
  /\ pStep = "PWriteSlot"
  /\ pElement < Items /\ ~Full(Next1(pWrite), pRead)
  /\ m' \in Stores(m, "P", SlotAt(pWrite), pElement, Mode("PWriteSlot"))
  /\ pElement' = pElement + 1
  /\ pWrite' = Next1(pWrite)
  /\ UNCHANGED <<modes, pStep, pRead, consumer, ghosts>>

CReadNext ==
  /\ cStep = "CReadSlot"
  /\ ~Empty(cWrite, Next1(cRead))
  /\ \E load \in Loads(m, "C", SlotAt(cRead), Mode("CReadSlot")) :
       m' = load.memory /\ cElement' = load.value
  /\ cRead' = Next1(cRead)
  /\ UNCHANGED <<modes, cStep, producer, cWrite, ghosts>>

BatchNext == Next \/ PWriteNext \/ CReadNext

BatchSpec == Init /\ [][BatchNext]_vars

\* The k-th element is k: what was read last tells how many have been taken.
BatchFifo == INSTANCE BoundedFifo WITH
               Bound <- Capacity - 1,
               put <- pElement - 1,
               taken <- cElement,
               received <- cElement,
               closed <- IsFlagged(Latest(m, "WRITE")),
               cancelled <- IsFlagged(Latest(m, "READ"))

BatchRefinesBoundedFifo == BatchFifo!Spec
==============================================================================

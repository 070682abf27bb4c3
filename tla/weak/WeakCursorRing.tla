--------------------------- MODULE WeakCursorRing ----------------------------
(***************************************************************************)
(* The cursor protocol on a memory that is not sequentially consistent:    *)
(* the steps of CursorRing by the same names, each access to memory with a *)
(* mode of its own.  Besides what the sides do, the memory itself may      *)
(* move: a store buffer drains.                                            *)
(*                                                                         *)
(* With Memory = "sc" and all parts it is CursorRing, state for state;     *)
(* WeakCursorRingPromises says so, and the model weak-ring-sc checks it.   *)
(***************************************************************************)
EXTENDS WeakProducerSteps, WeakConsumerSteps

MemoryMoves ==
  /\ m' \in Moves(m)
  /\ UNCHANGED <<modes, producer, consumer, ghosts>>

Producer ==
  \/ PLoadWrite \/ PLoadRead \/ PCountWait \/ PWait
  \/ PWriteSlot \/ PCountProduced \/ PPublish \/ PNotify \/ PClose
Consumer ==
  \/ CLoadWrite \/ CLoadRead \/ CCountWait \/ CWait
  \/ CReadSlot \/ CPublish \/ CCountConsumed \/ CNotify \/ CCancel

Next == Producer \/ Consumer \/ PWake \/ CWake \/ MemoryMoves
==============================================================================

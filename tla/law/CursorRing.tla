----------------------------- MODULE CursorRing ------------------------------
(***************************************************************************)
(* The cursor protocol: a bounded FIFO between two threads that share an   *)
(* array of words.  The producer fills slots and moves WRITE, the consumer *)
(* drains slots and moves READ.  One slot stays empty, so that equal       *)
(* cursors mean empty and nothing else.                                    *)
(*                                                                         *)
(* One action is one access to shared memory, or one wait, wake or notify. *)
(* A side loads the peer's cursor in one step and acts on it in later      *)
(* ones; in between, the peer goes on.  What it knows is stale, and the    *)
(* protocol is right because stale knowledge errs on the safe side: room   *)
(* once seen stays until the producer fills it, an element once seen stays *)
(* until the consumer takes it.                                            *)
(***************************************************************************)
EXTENDS ProducerSteps, ConsumerSteps

\* What a side does of its own accord; waking for no reason is not among it.
Producer ==
  \/ PLoadWrite \/ PLoadRead \/ PCountWait \/ PWait
  \/ PWriteSlot \/ PCountProduced \/ PPublish \/ PNotify \/ PClose
Consumer ==
  \/ CLoadWrite \/ CLoadRead \/ CCountWait \/ CWait
  \/ CReadSlot \/ CPublish \/ CCountConsumed \/ CNotify \/ CCancel

Next == Producer \/ Consumer \/ PWake \/ CWake

Spec == Init /\ [][Next]_vars

\* The consumer goes on as long as it can. The producer ends a call that it has begun, and need not
\* begin another: it may stand between two calls for ever, with elements left, and never close.
\* Nothing is promised about spurious wake-ups.
ProducerInCall == pStep # "PLoadWrite" /\ Producer
FairSpec == Spec /\ WF_vars(ProducerInCall) /\ WF_vars(Consumer)
==============================================================================

------------------------------ MODULE Handshake ------------------------------
(***************************************************************************)
(* How a producer that has moved its cursor wakes a consumer that may be   *)
(* asleep, on a memory that need not be sequentially consistent.  Of the   *)
(* ring nothing is left but the cursor WRITE, here a mere count, and the   *)
(* waiter list of that word under its lock, with one waiter at most.       *)
(*                                                                         *)
(*   "lock"       the producer always takes the lock and notifies: this is *)
(*                what the ring does.  If it has the lock first, the lock  *)
(*                hands its store to the consumer, whose comparison then   *)
(*                sees it; if the consumer has it first, it is found in    *)
(*                the list.                                                *)
(*   "fences"     the consumer raises a flag before it waits, and lowers   *)
(*                it when it has seen an element; the producer takes the   *)
(*                lock only if it sees the flag.  Each stores one word and *)
(*                then loads the other's, as in Dekker's algorithm, with a *)
(*                full fence in between.                                   *)
(*   "volatile"   the same with volatile accesses instead of fences.       *)
(*   "flag"       the same with nothing in between.  Each may load before  *)
(*                its own store has reached the other: both miss.          *)
(*   "halfFences" release and acquire fences in between: neither orders a  *)
(*                store before a later load.                               *)
(*   "producerFence", "consumerFence"  a full fence on that side alone.    *)
(*   "asymmetric" nothing of the producer's: the consumer, who is about to *)
(*                sleep and has the time, makes a remote barrier, which is *)
(*                a full fence on both sides.  That the compiler leaves    *)
(*                the producer's store before its load is taken for        *)
(*                granted.                                                 *)
(*   "barrierFirst", "barrierLast"  the same with the barrier before the   *)
(*                flag is raised, or after the word has been compared.     *)
(*   "producerBarrier"  the remote barrier is the producer's.              *)
(***************************************************************************)
EXTENDS SharedMemory, Naturals

ASSUME BothSides == Threads = {"P", "C"}

CONSTANTS
  Handshakes,    \* those to be checked
  Items          \* how many elements the producer publishes

VARIABLES
  handshake,     \* the one of this behaviour
  m,             \* the memory: WRITE, and WAITING, the flag
  listed,        \* the consumer is in the waiter list; the lock guards this
  pStep,         \* the producer's next step; "PPublish" between two elements
  stored,        \* how many elements it has published
  cStep,         \* the consumer's next step; "CAsleep": it waits
  raised,        \* it has raised the flag and not lowered it
  seen,          \* WRITE as it last loaded it, and what it waits with
  expired        \* for the promises: how many timeouts a store that it cannot miss has outlasted

consumer == <<cStep, raised, seen, expired>>
vars == <<handshake, m, listed, pStep, stored, consumer>>

P == "P"
C == "C"

Init ==
  /\ handshake \in Handshakes
  /\ m = FreshMemory([word \in {"WRITE", "WAITING"} |-> 0], AnyAccess({"WRITE", "WAITING"}))
  /\ listed = FALSE
  /\ pStep = "PPublish" /\ stored = 0
  /\ cStep = "CLoadWrite" /\ raised = FALSE /\ seen = 0
  /\ expired = 0

Mode(mode) == IF handshake = "volatile" THEN "volatile" ELSE mode
LoadsWrite(memory) == Loads(memory, C, "WRITE", Mode("acquire"))

\* What stands between the store of a side and its load.
Between(t) ==
  CASE handshake = "fences" \/ (handshake = "producerFence" /\ t = P)
                            \/ (handshake = "consumerFence" /\ t = C) -> Fences(m, t, "full")
    [] (handshake = "asymmetric" /\ t = C) \/ (handshake = "producerBarrier" /\ t = P) -> Barriers(m, t)
    [] handshake = "halfFences" -> UNION {Fences(released, t, "acquire") :
                                            released \in Fences(m, t, "release")}
    [] OTHER -> {m}

------------------------------------------------------------------------------
\* The producer.

PPublish ==
  /\ pStep = "PPublish" /\ stored < Items
  /\ m' \in Stores(m, P, "WRITE", stored + 1, Mode("release"))
  /\ stored' = stored + 1
  /\ pStep' = IF handshake = "lock" THEN "PNotify" ELSE "PFence"
  /\ UNCHANGED <<handshake, listed, consumer>>

PFence ==
  /\ pStep = "PFence"
  /\ m' \in Between(P)
  /\ pStep' = "PLoadFlag"
  /\ UNCHANGED <<handshake, listed, stored, consumer>>

PLoadFlag ==
  /\ pStep = "PLoadFlag"
  /\ \E flag \in Loads(m, P, "WAITING", Mode("opaque")) :
       /\ m' = flag.memory
       /\ pStep' = IF flag.value = 1 THEN "PNotify" ELSE "PPublish"
  /\ UNCHANGED <<handshake, listed, stored, consumer>>

PNotify ==
  /\ pStep = "PNotify"
  /\ m' = Locked(m, P, "list")
  /\ listed' = FALSE
  /\ pStep' = "PPublish"
  /\ UNCHANGED <<handshake, stored, consumer>>

------------------------------------------------------------------------------
\* The consumer.

CLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ \E write \in LoadsWrite(m) :
       /\ m' = write.memory
       /\ seen' = write.value
       /\ IF write.value # seen
          THEN /\ cStep' = IF raised THEN "CLowerFlag" ELSE "CLoadWrite"
               /\ expired' = 0
          ELSE /\ cStep' = IF raised \/ handshake = "lock" THEN "CWait" ELSE "CRaiseFlag"
               /\ expired' = expired
  /\ UNCHANGED <<handshake, listed, pStep, stored, raised>>

CRaiseFlag ==
  /\ cStep = "CRaiseFlag"
  /\ \E before \in IF handshake = "barrierFirst" THEN Barriers(m, C) ELSE {m} :
       m' \in Stores(before, C, "WAITING", 1, Mode("opaque"))
  /\ raised' = TRUE
  /\ cStep' = "CFence"
  /\ UNCHANGED <<handshake, listed, pStep, stored, seen, expired>>

CFence ==
  /\ cStep = "CFence"
  /\ m' \in Between(C)
  /\ cStep' = "CWait"
  /\ UNCHANGED <<handshake, listed, pStep, stored, raised, seen, expired>>

\* Under the lock it compares once more, and goes to sleep only if nothing has changed.
CWait ==
  /\ cStep = "CWait"
  /\ \E write \in LoadsWrite(Locked(m, C, "list")) :
       /\ m' \in IF handshake = "barrierLast" THEN Barriers(write.memory, C) ELSE {write.memory}
       /\ listed' = (write.value = seen)
       /\ cStep' = IF write.value = seen THEN "CAsleep" ELSE "CLoadWrite"
  /\ UNCHANGED <<handshake, pStep, stored, raised, seen, expired>>

\* It has been notified: it is no longer in the list.
CWake ==
  /\ cStep = "CAsleep" /\ ~listed
  /\ m' = Locked(m, C, "list")
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<handshake, listed, pStep, stored, raised, seen, expired>>

\* No load of WRITE can give any more what the consumer has seen: it cannot miss the store.
CannotMiss == \A write \in LoadsWrite(m) : write.value # seen

\* Its time is up, or it is interrupted, and it takes itself off the list.
CTimeout ==
  /\ cStep = "CAsleep" /\ listed
  /\ m' = Locked(m, C, "list")
  /\ listed' = FALSE
  /\ cStep' = "CLoadWrite"
  /\ expired' = IF CannotMiss THEN expired + 1 ELSE expired
  /\ UNCHANGED <<handshake, pStep, stored, raised, seen>>

CLowerFlag ==
  /\ cStep = "CLowerFlag"
  /\ m' \in Stores(m, C, "WAITING", 0, Mode("opaque"))
  /\ raised' = FALSE
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<handshake, listed, pStep, stored, seen, expired>>

\* The memory moves by itself: a store leaves its buffer.
Settle ==
  /\ m' \in Moves(m)
  /\ UNCHANGED <<handshake, listed, pStep, stored, consumer>>

Producer == PPublish \/ PFence \/ PLoadFlag \/ PNotify
Consumer == CLoadWrite \/ CRaiseFlag \/ CFence \/ CWait \/ CWake \/ CLowerFlag

Next == Producer \/ Consumer \/ CTimeout \/ Settle

Spec == Init /\ [][Next]_vars
==============================================================================

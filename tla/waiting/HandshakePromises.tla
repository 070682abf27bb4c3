------------------------- MODULE HandshakePromises ---------------------------
(***************************************************************************)
(* What the wake-up handshakes promise, and on which memory.               *)
(*                                                                         *)
(* NoLostWakeup is what a side that waits without a timeout needs.  "lock",*)
(* "fences", "volatile", "asymmetric" and "producerBarrier" have it on     *)
(* every memory, every handshake has it under SC, and "producerFence" has  *)
(* it under TSO, because there taking the lock empties the consumer's      *)
(* buffer as a fence would.  All others lose wake-ups.                     *)
(*                                                                         *)
(* With timed waits every handshake will do, and even none: a store is     *)
(* missed for one timeout at most (AtMostOneTimeout), counted from when it *)
(* can no longer be missed.  That this time comes at all is not for the    *)
(* handshake to say but for the memory: under TSO a buffer drains sooner   *)
(* or later, under RA a load that is made again and again gives the newest *)
(* store some day.  Both are assumed by StoresArrive.  The lock does not   *)
(* help: a producer that has missed the flag never takes it.               *)
(***************************************************************************)
EXTENDS Handshake

StateOK ==
  /\ handshake \in Handshakes
  /\ listed \in BOOLEAN /\ (listed => cStep = "CAsleep")
  /\ pStep \in {"PPublish", "PFence", "PLoadFlag", "PNotify"}
  /\ cStep \in {"CLoadWrite", "CRaiseFlag", "CFence", "CWait", "CAsleep", "CLowerFlag"}
  /\ raised \in BOOLEAN
  /\ stored \in 0..Items /\ seen \in 0..stored /\ expired \in Nat

\* Who is left asleep after the producer's handshake has seen all that was published.
NoLostWakeup == cStep = "CAsleep" /\ listed /\ pStep = "PPublish" => seen = stored

\* A store that the consumer cannot miss any more is seen before a second timeout has expired.
AtMostOneTimeout == expired <= 1

\* No wait begins over a store that cannot be missed: what it sleeps over came while it slept.
NeverWaitsOverIt == [][cStep = "CWait" /\ cStep' = "CAsleep" => ~CannotMiss]_vars

------------------------------------------------------------------------------
\* What is assumed of the two sides and of the memory: weak and strong fairness, written out.  To
\* find out by itself when an action is enabled, TLC would evaluate the memory over and over.

InList == cStep = "CAsleep" /\ listed
Published == pStep = "PPublish" /\ stored = Items

FairSpec ==
  /\ Spec
  /\ []<>Published \/ []<><<pStep' # pStep>>_vars
  /\ []<>InList \/ []<><<~InList /\ consumer' # consumer>>_vars

\* Every wait is timed.
TimedOnlySpec == FairSpec /\ ([]<>~InList \/ []<><<InList /\ cStep' # cStep>>_vars)

\* A store leaves its buffer; a load that is made for ever gives the newest store some day.
SeesNewest ==
  cStep = "CLoadWrite" /\ consumer' # consumer /\ seen' = Latest(m, "WRITE")
StoresArrive ==
  /\ []<>(Moves(m) = {}) \/ []<><<m' # m /\ UNCHANGED <<pStep, consumer>>>>_vars
  /\ <>[](cStep # "CLoadWrite") \/ []<><<SeesNewest>>_vars

TimedSpec == TimedOnlySpec /\ StoresArrive

EverythingPublishedIsSeen == \A k \in 1..Items : stored >= k ~> seen >= k
==============================================================================

----------------------------- MODULE BoundedFifo -----------------------------
(***************************************************************************)
(* What a bounded FIFO is, before anybody thinks of memory: a producer     *)
(* puts elements, a consumer takes them in the same order, and at most     *)
(* Bound of them are stored between the two.                               *)
(*                                                                         *)
(* The k-th element put is the number k.  No ring looks at its elements,   *)
(* so one that hands these numbers through hands any values through; and   *)
(* with them the queue needs no contents of its own: after `put` elements  *)
(* went in and `taken` came out it holds taken + 1, ..., put, in order.    *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT
  Bound          \* how many elements may be stored

ASSUME BoundIsPositive == Bound \in Nat \ {0}

VARIABLES
  put,           \* how many elements have been put
  taken,         \* how many elements have been taken
  received,      \* the element that was taken last; 0 before the first
  closed,        \* the producer has closed: nothing is put any more
  cancelled,     \* the consumer has cancelled: nothing is taken any more
  ended          \* the consumer has been told that there is nothing left

vars == <<put, taken, received, closed, cancelled, ended>>

TypeOK ==
  /\ put \in Nat
  /\ taken \in Nat
  /\ received \in Nat
  /\ closed \in BOOLEAN
  /\ cancelled \in BOOLEAN
  /\ ended \in BOOLEAN

Init ==
  /\ put = 0
  /\ taken = 0
  /\ received = 0
  /\ closed = FALSE
  /\ cancelled = FALSE
  /\ ended = FALSE

------------------------------------------------------------------------------

Put ==
  /\ ~closed
  /\ put - taken < Bound
  /\ put' = put + 1
  /\ UNCHANGED <<taken, received, closed, cancelled, ended>>

\* The element that comes out is the oldest one.
Take ==
  /\ ~cancelled
  /\ taken < put
  /\ taken' = taken + 1
  /\ received' = taken + 1
  /\ UNCHANGED <<put, closed, cancelled, ended>>

Close ==
  /\ ~closed
  /\ closed' = TRUE
  /\ UNCHANGED <<put, taken, received, cancelled, ended>>

Cancel ==
  /\ ~cancelled
  /\ cancelled' = TRUE
  /\ UNCHANGED <<put, taken, received, closed, ended>>

\* The end comes after everything that was put, and only if the producer has closed.
End ==
  /\ closed
  /\ taken = put
  /\ ended' = TRUE
  /\ UNCHANGED <<put, taken, received, closed, cancelled>>

Next == Put \/ Take \/ Close \/ Cancel \/ End

Spec == Init /\ [][Next]_vars

------------------------------------------------------------------------------
\* What follows, whatever the bound.

AtMostBound == taken <= put /\ put - taken <= Bound
InOrder == received = taken
EndComesLast == ended => closed /\ taken = put

Invariant == TypeOK /\ AtMostBound /\ InOrder /\ EndComesLast

THEOREM Inductive == Spec => []Invariant
==============================================================================

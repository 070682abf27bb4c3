------------------------------- MODULE Ranking -------------------------------
(***************************************************************************)
(* How a number proves that something good happens.  While the good thing  *)
(* is pending, a rank says how far it is away, and one of two sides is in  *)
(* charge of bringing it nearer.  The rank is a natural number, no step    *)
(* makes it greater, and a step that leaves it as it is leaves the same    *)
(* side in charge.  Who is in charge can take a step, and each of its      *)
(* steps makes the rank smaller.                                           *)
(*                                                                         *)
(* So if the good thing never came, the rank would stop falling some day.  *)
(* From then on one side would be in charge for ever, able to take a step  *)
(* all the time; by its weak fairness it would take one, and the rank      *)
(* would fall once more.                                                   *)
(*                                                                         *)
(* start, good, pending and turn are state predicates, rank is a state     *)
(* function; turn says which side is in charge, the one or the other.      *)
(***************************************************************************)
EXTENDS Naturals

\* In every state.
Ranked(start, good, pending, rank, turn, oneCan, otherCan) ==
  /\ start => good \/ pending
  /\ pending /\ ~good =>
       /\ rank >= 0
       /\ IF turn THEN oneCan ELSE otherCan

\* In every step; one and other are what the two sides do.
ComesNearer(good, pending, rank, turn, one, other) ==
  pending /\ ~good =>
    \/ good'
    \/ pending' /\ rank' < rank
    \/ /\ pending' /\ rank' = rank /\ (turn' <=> turn)
       /\ ~(IF turn THEN one ELSE other)
==============================================================================

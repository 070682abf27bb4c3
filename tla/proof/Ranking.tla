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

------------------------------------------------------------------------------
(***************************************************************************)
(* Some steps are events, and it is they that bring the good thing nearer; *)
(* but they can happen now and then only, because in between somebody is   *)
(* busy.  Events are strongly fair: if they can happen again and again,    *)
(* they do.                                                                *)
(*                                                                         *)
(* Now there are two ranks.  The first falls with each event, and never    *)
(* rises.  The second, busy, says how long it takes until an event can     *)
(* happen, and is as the rank above.  In a step from a state where an      *)
(* event can happen, it may become anything: there was a chance.           *)
(*                                                                         *)
(* So if the good thing never came, the first rank would stop falling some *)
(* day.  Either there are chances again and again from then on: then by    *)
(* strong fairness there is an event, and the first rank falls once more.  *)
(* Or there are none any more, and what was said above of the one rank     *)
(* holds of the second.                                                    *)
(***************************************************************************)

\* In every state.
RankedByEvents(start, good, pending, rank, busy, turn, eventCan, oneCan, otherCan) ==
  /\ start => good \/ pending
  /\ pending /\ ~good =>
       /\ rank >= 0
       /\ eventCan \/ (busy >= 0 /\ IF turn THEN oneCan ELSE otherCan)

\* In every step; event is any of the events.
NearerByEvents(good, pending, rank, busy, turn, eventCan, event, one, other) ==
  pending /\ ~good =>
    \/ good'
    \/ pending' /\ rank' < rank
    \/ /\ pending' /\ rank' = rank /\ ~event
       /\ \/ eventCan
          \/ busy' < busy
          \/ busy' = busy /\ (turn' <=> turn) /\ ~(IF turn THEN one ELSE other)
==============================================================================

-------------------------------- MODULE Views --------------------------------
(***************************************************************************)
(* What a thread knows of a release/acquire memory, and what a store hands *)
(* over: a view, a record of                                               *)
(*   seen     for each location the oldest store that may still be read,   *)
(*            as its place in the coherence order of the location,         *)
(*   missing  the accesses that are not known to have happened before.     *)
(*                                                                         *)
(* An access <<location, thread, kind>> stands for the latest of its kind: *)
(* who knows the latest knows all before it, since a thread's own accesses *)
(* happen one before the other.  A new one is missing everywhere but with  *)
(* its own thread.  So happens-before is exact, and still finite.          *)
(***************************************************************************)
EXTENDS Integers, Sequences
LOCAL INSTANCE TLC

Max(i, j) == IF i >= j THEN i ELSE j

NewView(locations) == [seen |-> [loc \in locations |-> 1], missing |-> {}]

\* To know both. TLCEval(f) is f: TLC then computes it once, and not again each time it is applied.
JoinSeen(s, r) == IF s = r THEN s ELSE TLCEval([loc \in DOMAIN s |-> Max(s[loc], r[loc])])
Join(v, w) == [seen |-> JoinSeen(v.seen, w.seen), missing |-> v.missing \cap w.missing]

\* To know of store i of a location as well, without what it hands over.
See(v, loc, i) == [v EXCEPT !.seen[loc] = Max(@, i)]

\* Two accesses race if nothing orders them, one is a store, and one is plain.
Kind(op, mode) == IF mode = "plain" THEN "plain " \o op ELSE "atomic " \o op
Conflicting(kind) ==
  CASE kind = "plain load" -> {"plain store", "atomic store"}
    [] kind = "atomic load" -> {"plain store"}
    [] kind = "plain store" -> {"plain load", "plain store", "atomic load", "atomic store"}
    [] kind = "atomic store" -> {"plain load", "plain store"}

\* Who knows v races with an access to the location, unless it is by a thread of its own.
Races(v, loc, kind, others) ==
  \E t \in others, other \in Conflicting(kind) : <<loc, t, other>> \in v.missing
==============================================================================

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
(*                                                                         *)
(* TLCEval(f) is f: TLC then computes a function once, and not again each  *)
(* time that it is applied.                                                *)
(***************************************************************************)
EXTENDS Integers, Sequences
LOCAL INSTANCE TLC

Max(i, j) == IF i >= j THEN i ELSE j
Least(numbers) == CHOOSE i \in numbers : \A j \in numbers : i <= j

NewView(locations) == [seen |-> [loc \in locations |-> 1], missing |-> {}]

\* To know both.
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

------------------------------------------------------------------------------
\* The views of a memory, as ReleaseAcquire has them.

\* All at once: Seen and Missing say what becomes of the parts of each.
MapViews(m, Seen(_), Missing(_)) ==
  LET View(v) == [seen |-> Seen(v.seen), missing |-> Missing(v.missing)]
      Each(views) == TLCEval([x \in DOMAIN views |-> View(views[x])])
      Kept(stores) ==
        TLCEval([i \in DOMAIN stores |->
                   [value |-> stores[i].value, view |-> View(stores[i].view)]])
  IN [m EXCEPT !.stores = TLCEval([loc \in DOMAIN @ |-> Kept(@[loc])]),
               !.current = Each(@),
               !.acquired = Each(@),
               !.released = Each(@),
               !.locks = Each(@),
               !.volatile = TLCEval([t \in DOMAIN @ |-> Seen(@[t])]),
               !.pushed = Seen(@)]

\* Room in the coherence order of a location, right after store i.
MakeRoom(m, loc, i) ==
  IF i = Len(m.stores[loc]) THEN m
  ELSE LET Seen(s) == [s EXCEPT ![loc] = IF @ > i THEN @ + 1 ELSE @]
           Missing(k) == k
       IN MapViews(m, Seen, Missing)

\* Thread t has made the access: all others miss it.
Tell(m, t, access) ==
  LET Seen(s) == s
      Missing(k) == k \cup {access}
      told == MapViews(m, Seen, Missing)
  IN [told EXCEPT !.current[t].missing = @ \ {access}, !.acquired[t].missing = @ \ {access}]

\* Thread t knows more than before, and has made the accesses (one or none).  What every thread
\* knows can be forgotten: stores that nobody can read any more, and accesses that nobody misses.
\* What is left is counted from 1 again.
Learn(m, t, accesses) ==
  LET threads == DOMAIN m.current
      oldest ==
        TLCEval([loc \in DOMAIN m.stores |-> Least({m.current[u].seen[loc] : u \in threads})])
      dropped == {loc \in DOMAIN oldest : oldest[loc] > 1}
      missed == UNION {m.current[u].missing \ accesses : u \in threads}
                  \cup (IF threads = {t} THEN {} ELSE accesses)
      Seen(s) ==
        IF \A loc \in dropped : s[loc] = 1 THEN s
        ELSE TLCEval([loc \in DOMAIN s |->
               IF oldest[loc] = 1 THEN s[loc] ELSE Max(1, s[loc] - oldest[loc] + 1)])
      Missing(k) == (k \cup accesses) \cap missed
      n == MapViews(m, Seen, Missing)
      Kept(loc) == SubSeq(n.stores[loc], oldest[loc], Len(n.stores[loc]))
  IN [n EXCEPT !.current[t].missing = @ \ accesses,
               !.acquired[t].missing = @ \ accesses,
               !.stores = IF dropped = {} THEN @ ELSE TLCEval([loc \in DOMAIN @ |-> Kept(loc)])]
==============================================================================

--------------------------- MODULE ReleaseAcquire ----------------------------
(***************************************************************************)
(* Release/acquire memory as a machine of views.                           *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANT Threads

Max(i, j) == IF i >= j THEN i ELSE j
Min(set) == CHOOSE i \in set : \A j \in set : i <= j

------------------------------------------------------------------------------
\* Views: [seen, missing].  seen: for each location the oldest store that may still be read.
\* missing: the accesses <<location, thread, kind>> whose latest does not happen before.

Join(v, w) ==
  [seen |-> [loc \in DOMAIN v.seen |-> Max(v.seen[loc], w.seen[loc])],
   missing |-> v.missing \cap w.missing]

See(v, loc, i) == [v EXCEPT !.seen[loc] = Max(@, i)]

FreshMemory(initial) ==
  LET view == [seen |-> [loc \in DOMAIN initial |-> 1], missing |-> {}]
  IN [stores |-> [loc \in DOMAIN initial |-> <<[value |-> initial[loc], view |-> view]>>],
      current |-> [t \in Threads |-> view],
      acquired |-> [t \in Threads |-> view],
      released |-> [t \in Threads |-> view],
      fenced |-> view,
      volatile |-> view.seen,
      locks |-> [lock \in {} |-> view],
      race |-> FALSE]

\* The memory with f applied to each view.
MapViews(m, F(_)) ==
  [m EXCEPT
     !.stores = [loc \in DOMAIN @ |->
                   [i \in DOMAIN @[loc] |-> [@[loc][i] EXCEPT !.view = F(@)]]],
     !.current = [t \in Threads |-> F(@[t])],
     !.acquired = [t \in Threads |-> F(@[t])],
     !.released = [t \in Threads |-> F(@[t])],
     !.fenced = F(@),
     !.locks = [lock \in DOMAIN @ |-> F(@[lock])]]

------------------------------------------------------------------------------
\* Happens-before.

Kind(access, mode) == <<IF mode = "plain" THEN "plain" ELSE "atomic", access>>
Conflict(k, l) == "store" \in {k[2], l[2]} /\ "plain" \in {k[1], l[1]}

\* Thread t accesses loc: it must know of all that conflicts, and nobody else knows of it.
Accessed(m, t, loc, kind) ==
  LET mark == <<loc, t, kind>>
      raced == \E other \in m.current[t].missing : other[1] = loc /\ Conflict(kind, other[3])
      told == MapViews(m, LAMBDA v : [v EXCEPT !.missing = @ \cup {mark}])
  IN [told EXCEPT !.race = @ \/ raced,
                  !.current[t].missing = @ \ {mark},
                  !.acquired[t].missing = @ \ {mark}]

\* What all threads know need not be remembered.
Forget(m) ==
  LET oldest == [loc \in DOMAIN m.stores |-> Min({m.current[t].seen[loc] : t \in Threads})]
      Shift(i, loc) == Max(1, i - oldest[loc] + 1)
      missing == UNION {m.current[t].missing : t \in Threads}
      mapped == MapViews(m, LAMBDA v : [seen |-> [loc \in DOMAIN v.seen |-> Shift(v.seen[loc], loc)],
                                        missing |-> v.missing \cap missing])
  IN [mapped EXCEPT
        !.stores = [loc \in DOMAIN @ |-> SubSeq(@[loc], oldest[loc], Len(@[loc]))],
        !.volatile = [loc \in DOMAIN @ |-> Shift(@[loc], loc)]]

------------------------------------------------------------------------------

Oldest(m, t, loc, mode) ==
  IF mode = "volatile" THEN Max(m.current[t].seen[loc], m.volatile[loc]) ELSE m.current[t].seen[loc]

LoadOf(m, t, loc, mode, i) ==
  LET read == Accessed(m, t, loc, Kind("load", mode))
      view == See(read.stores[loc][i].view, loc, i)
      own == See(read.current[t], loc, i)
  IN [value |-> m.stores[loc][i].value,
      memory |-> Forget([read EXCEPT
        !.current[t] = IF mode \in {"acquire", "volatile"} THEN Join(own, view) ELSE own,
        !.acquired[t] = IF mode = "plain" THEN See(@, loc, i) ELSE Join(See(@, loc, i), view)])]

Loads(m, t, loc, mode) ==
  {LoadOf(m, t, loc, mode, i) : i \in Oldest(m, t, loc, mode)..Len(m.stores[loc])}

\* A store right after store i of the location.
StoreAfter(m, t, loc, value, mode, i) ==
  LET Shift(j) == IF j > i THEN j + 1 ELSE j
      shifted == MapViews(m, LAMBDA v : [v EXCEPT !.seen[loc] = Shift(@)])
      made == Accessed(shifted, t, loc, Kind("store", mode))
      view == CASE mode \in {"release", "volatile"} -> made.current[t]
                [] mode \in {"plain", "opaque"} -> made.released[t]
      old == made.stores[loc]
  IN Forget([made EXCEPT
       !.stores[loc] = SubSeq(old, 1, i) \o <<[value |-> value, view |-> See(view, loc, i + 1)]>>
                         \o SubSeq(old, i + 1, Len(old)),
       !.current[t] = See(@, loc, i + 1),
       !.acquired[t] = See(@, loc, i + 1),
       !.volatile[loc] = IF mode = "volatile" THEN i + 1 ELSE Shift(@)])

Stores(m, t, loc, value, mode) ==
  {StoreAfter(m, t, loc, value, mode, i) : i \in Oldest(m, t, loc, mode)..Len(m.stores[loc])}

Fences(m, t, kind) ==
  LET view == CASE kind = "acquire" -> m.acquired[t]
                [] kind = "release" -> m.current[t]
                [] kind = "full" -> Join(m.acquired[t], m.fenced)
  IN {Forget([m EXCEPT
        !.current[t] = view,
        !.acquired[t] = Join(@, view),
        !.released[t] = IF kind = "acquire" THEN @ ELSE view,
        !.fenced = IF kind = "full" THEN view ELSE @])}

Locked(m, t, lock) ==
  LET view == IF lock \in DOMAIN m.locks THEN Join(m.current[t], m.locks[lock]) ELSE m.current[t]
  IN Forget([m EXCEPT
       !.current[t] = view,
       !.acquired[t] = Join(@, view),
       !.locks = [l \in DOMAIN @ \cup {lock} |-> IF l = lock THEN view ELSE @[l]]])

Latest(m, loc) == m.stores[loc][Len(m.stores[loc])].value

HasRace(m) == m.race
==============================================================================

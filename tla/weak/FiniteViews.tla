----------------------------- MODULE FiniteViews -----------------------------
(***************************************************************************)
(* How a memory of views stays finite, so that TLC comes to an end.  What  *)
(* is forgotten here nobody can ask for any more: what a program may read  *)
(* is said in Views and ReleaseAcquire.  One thing is more than that: an   *)
(* access is missing in every view but those of its thread (Tell, and      *)
(* Learn for the accesses that it is given).                               *)
(*                                                                         *)
(* Stores have no names but their places in the coherence order, counted   *)
(* from the oldest that some thread may still read.  So two memories that  *)
(* differ only in what nobody can read any more are one state.  When a     *)
(* store comes between others, those behind it move up (MakeRoom); when    *)
(* the oldest is passed by all, it is dropped and the others move down     *)
(* (Learn).  Both are done to every view there is (MapViews).              *)
(*                                                                         *)
(* All are those who use the location: who never loads it asks for no      *)
(* store of it, and may have any view.  Of a counter that nobody looks at  *)
(* but its writer one store is kept.  And an access is told of only if the *)
(* program makes another that it might race with.                          *)
(***************************************************************************)
EXTENDS Views
LOCAL INSTANCE TLC

Least(numbers) == CHOOSE i \in numbers : \A j \in numbers : i <= j

\* The threads that use a location, and the accesses that another may race with.
Users(accesses, loc) == {access[2] : access \in {a \in accesses : a[1] = loc}}
Contested(accesses) ==
  {a \in accesses :
     \E other \in accesses : a[1] = other[1] /\ a[2] # other[2] /\ other[3] \in Conflicting(a[3])}

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
  IN IF access \notin m.contested THEN m ELSE [told EXCEPT !.current[t].missing = @ \ {access}, !.acquired[t].missing = @ \ {access}]

\* Thread t knows more than before, and has made the accesses (one or none).  What every thread
\* knows can be forgotten: stores that nobody can read any more, and accesses that nobody misses.
\* What is left is counted from 1 again.
Learn(m, t, made) ==
  LET accesses == made \cap m.contested
      threads == DOMAIN m.current
      oldest ==
        TLCEval([loc \in DOMAIN m.stores |-> Least({m.current[u].seen[loc] : u \in m.users[loc]})])
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

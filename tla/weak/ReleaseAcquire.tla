--------------------------- MODULE ReleaseAcquire ----------------------------
(***************************************************************************)
(* Memory with Java's access modes, as a machine of views: Kang and        *)
(* others, "A promising semantics for relaxed-memory concurrency" (POPL    *)
(* 2017), without promises; Lahav and others, "Repairing sequential        *)
(* consistency in C/C++11" (RC11, PLDI 2017); Bender, Palsberg, "A         *)
(* formalization of Java's concurrent access modes" (JAM, OOPSLA 2019);    *)
(* Lea, "Using JDK 9 memory order modes".                                  *)
(*                                                                         *)
(* All threads agree on the order of the stores to one location, and on no *)
(* more: a thread may read any store that its view has not passed.  A new  *)
(* store goes anywhere after the thread's view: last, if no other thread   *)
(* writes there.  A release hands the thread's view over with the store,   *)
(* an acquire takes it.  What volatile is, what fences and locks do, and   *)
(* what is left out stands where it is defined; a program worked through   *)
(* is in the README.                                                       *)
(*                                                                         *)
(* After a race nothing that this module says means anything.              *)
(***************************************************************************)
EXTENDS FiniteViews
LOCAL INSTANCE TLC

CONSTANT Threads

FreshMemory(initial, accesses) ==
  LET view == NewView(DOMAIN initial)
      each == [t \in Threads |-> view]
  IN [\* for each location its stores in coherence order, each with the view that it hands over
      stores |-> [loc \in DOMAIN initial |-> <<[value |-> initial[loc], view |-> view]>>],
      current |-> each,      \* what each thread knows
      acquired |-> each,     \* what it would know after an acquire fence
      released |-> each,     \* what it knew at its last release fence
      locks |-> [lock \in {} |-> view],             \* what who takes a lock will know
      volatile |-> [t \in Threads |-> view.seen],   \* what its next volatile access will push
      pushers |-> {},        \* the threads that have made a volatile access
      pushed |-> view.seen,  \* what has been pushed
      race |-> FALSE,        \* two accesses have raced
      accesses |-> accesses, \* those that the program makes
      users |-> [loc \in DOMAIN initial |-> Users(accesses, loc)],
      contested |-> Contested(accesses)]

------------------------------------------------------------------------------
(***************************************************************************)
(* Volatile is release/acquire, and more for a thread's second volatile    *)
(* access: before it the thread pushes the stores that its volatile ones   *)
(* made or loaded, and with each store all that it hands over; and the     *)
(* access itself must not be behind anything pushed.  Pushes have one      *)
(* order, as in JAM; it is that of time.  Programs of volatile accesses    *)
(* alone are sequentially consistent by it: see VolatilePrograms.          *)
(*                                                                         *)
(* For mixed ones it forbids less than Java: a volatile load adds to what  *)
(* is pushed only what it acquires itself, and not what its thread had     *)
(* acquired before.  In one case it forbids more: if a thread reads an     *)
(* opaque store opaquely between two volatile accesses or full fences,     *)
(* then its push is later in time than those before that store, and in     *)
(* Java need not be (the program "push" of LitmusTests).                   *)
(***************************************************************************)
IsPush(m, t, mode) == mode = "volatile" /\ t \in m.pushers

Push(m, t, mode) ==
  IF IsPush(m, t, mode)
  THEN [m EXCEPT !.pushed = JoinSeen(@, m.volatile[t])]
  ELSE m

\* The oldest store that an access may read, or go right after.
Oldest(m, t, loc, mode) ==
  IF IsPush(m, t, mode) THEN Max(m.current[t].seen[loc], m.pushed[loc])
  ELSE m.current[t].seen[loc]

\* A volatile access has made or read a store; the thread's next one will push it, and all that it
\* hands over.
WillPush(m, t, mode, store) ==
  IF mode = "volatile"
  THEN [m EXCEPT !.volatile[t] = JoinSeen(@, store.view.seen), !.pushers = @ \cup {t}]
  ELSE m

------------------------------------------------------------------------------
(***************************************************************************)
(* Left out: a load never reads a store that is made later (load           *)
(* buffering, values out of thin air). RC11 and JAM forbid that as well,   *)
(* for all but plain accesses; C++ and Java's own text do not, nor does    *)
(* ARM. It needs a store that goes ahead of a load before it in the same   *)
(* thread.                                                                 *)
(*                                                                         *)
(* In the ring every store after the load of a cursor is made only if that *)
(* load allows it, and no machine lets others see a store that may still   *)
(* turn out not to be made; a compiler could, if the store were made       *)
(* either way, and it is not.  The one store that does not hang on the     *)
(* load before it is CPublish after CReadSlot.  If it may go ahead,        *)
(* because it does not release, then the next PWriteSlot is not ordered    *)
(* after CReadSlot, and that is a race here, whatever CReadSlot reads.     *)
(***************************************************************************)

\* What conflicts must have happened before the access.
Judged(m, t, loc, kind) ==
  IF ~Assert(<<loc, t, kind>> \in m.accesses, <<"the program did not say so:", loc, t, kind>>) THEN m
  ELSE [m EXCEPT !.race = @ \/ Races(m.current[t], loc, kind, Threads \ {t})]

\* A load of store i.
LoadOf(m, t, loc, mode, i) ==
  LET kind == Kind("load", mode)
      store == m.stores[loc][i]
      own == See(m.current[t], loc, i)
      read == [m EXCEPT
        !.current[t] = IF mode \in {"acquire", "volatile"} THEN Join(own, store.view) ELSE own,
        !.acquired[t] = IF mode = "plain" THEN See(@, loc, i) ELSE Join(See(@, loc, i), store.view)]
      n == WillPush(Judged(read, t, loc, kind), t, mode, store)
  IN [value |-> store.value, memory |-> Learn(n, t, {<<loc, t, kind>>})]

Loads(m, t, loc, mode) ==
  LET n == Push(m, t, mode)
  IN {LoadOf(n, t, loc, mode, i) : i \in Oldest(n, t, loc, mode)..Len(n.stores[loc])}

\* A store that takes its place right after store i. There are no release sequences: Java has none,
\* C++20 only those of read-modify-writes.
StoreAfter(m, t, loc, value, mode, i) ==
  LET kind == Kind("store", mode)
      n == Tell(Judged(MakeRoom(m, loc, i), t, loc, kind), t, <<loc, t, kind>>)
      hands == IF mode \in {"release", "volatile"} THEN n.current[t] ELSE n.released[t]
      store == [value |-> value, view |-> See(hands, loc, i + 1)]
      written == [n EXCEPT
        !.stores[loc] = SubSeq(@, 1, i) \o <<store>> \o SubSeq(@, i + 1, Len(@)),
        !.current[t] = See(@, loc, i + 1),
        !.acquired[t] = See(@, loc, i + 1)]
  IN WillPush(written, t, mode, store)

Stores(m, t, loc, value, mode) ==
  LET n == Push(m, t, mode)
  IN {StoreAfter(n, t, loc, value, mode, i) : i \in Oldest(n, t, loc, mode)..Len(n.stores[loc])}

------------------------------------------------------------------------------
\* Fences and locks.

\* A release fence hands over what the thread knows with its later opaque stores; an acquire fence
\* takes what its earlier opaque loads were handed.
AcquireFence(m, t) == [m EXCEPT !.current[t] = m.acquired[t]]
ReleaseFence(m, t) == [m EXCEPT !.released[t] = m.current[t]]

\* A full fence pushes all that the thread knows of, and knows of all that was pushed before.
PushAll(m, t) ==
  LET seen == JoinSeen(m.current[t].seen, m.pushed)
  IN [m EXCEPT !.current[t].seen = seen,
               !.acquired[t].seen = JoinSeen(@, seen),
               !.pushed = seen]

Fences(m, t, kind) ==
  {CASE kind = "acquire" -> Learn(AcquireFence(m, t), t, {})
     [] kind = "release" -> ReleaseFence(m, t)
     [] kind = "full" -> Learn(ReleaseFence(PushAll(AcquireFence(m, t), t), t), t, {})}

\* Who takes a lock knows what all knew who have held it.
Locked(m, t, lock) ==
  LET own == m.current[t]
      known == IF lock \in DOMAIN m.locks THEN Join(own, m.locks[lock]) ELSE own
      held == [m EXCEPT
        !.current[t] = known,
        !.acquired[t] = Join(@, known),
        !.locks = [l \in DOMAIN @ \cup {lock} |-> IF l = lock THEN known ELSE @[l]]]
  IN Learn(held, t, {})

Latest(m, loc) == m.stores[loc][Len(m.stores[loc])].value

HasRace(m) == m.race
==============================================================================

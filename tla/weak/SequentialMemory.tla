-------------------------- MODULE SequentialMemory ---------------------------
(***************************************************************************)
(* Sequentially consistent memory (Lamport, 1979): a store is seen by all  *)
(* at once, a load gives the last store, and modes, fences and locks add   *)
(* nothing.                                                                *)
(***************************************************************************)

FreshMemory(initial) == [value |-> initial]

Loads(m, t, loc, mode) == {[value |-> m.value[loc], memory |-> m]}

Stores(m, t, loc, value, mode) == {[m EXCEPT !.value[loc] = value]}

Fences(m, t, kind) == {m}

Locked(m, t, lock) == m

Latest(m, loc) == m.value[loc]
==============================================================================

---------------------------- MODULE SharedMemory -----------------------------
(***************************************************************************)
(* Shared memory as threads see it.  A program has one variable, m, for    *)
(* all of it, and takes its steps with the operators below: each says what *)
(* m may be afterwards.  Which memory it is, is a constant:                *)
(*   "sc"   SequentialMemory: one store or load after the other,           *)
(*   "tso"  StoreBuffers: an x86 machine,                                  *)
(*   "ra"   ReleaseAcquire: Java's access modes, or those of C++.          *)
(*                                                                         *)
(* An access has a mode: "plain", "opaque" (C++: relaxed), "acquire" (only *)
(* loads), "release" (only stores), "volatile" (C++: seq_cst).  Locations  *)
(* and threads may be any values.                                          *)
(*                                                                         *)
(* A program says beforehand which accesses it makes.  It may say more     *)
(* than it does; what it does and has not said is an error.                *)
(***************************************************************************)

CONSTANTS
  Memory,        \* "sc", "tso" or "ra"
  Threads        \* all threads of the program

Sequential == INSTANCE SequentialMemory
Buffered == INSTANCE StoreBuffers
Ordered == INSTANCE ReleaseAcquire

\* An access to a location: op is "load" or "store".
Access(loc, t, op, mode) == <<loc, t, Ordered!Kind(op, mode)>>

AnyAccess(locations) ==
  {Access(loc, t, op, mode) :
     loc \in locations, t \in Threads, op \in {"load", "store"}, mode \in {"plain", "opaque"}}

\* The memory at first; initial gives every location its first value.
FreshMemory(initial, accesses) ==
  CASE Memory = "sc" -> Sequential!FreshMemory(initial)
    [] Memory = "tso" -> Buffered!FreshMemory(initial)
    [] Memory = "ra" -> Ordered!FreshMemory(initial, accesses)

\* All that a load may give: a set of records [value, memory].
Loads(m, t, loc, mode) ==
  CASE Memory = "sc" -> Sequential!Loads(m, t, loc, mode)
    [] Memory = "tso" -> Buffered!Loads(m, t, loc, mode)
    [] Memory = "ra" -> Ordered!Loads(m, t, loc, mode)

\* All memories that a store may give.
Stores(m, t, loc, value, mode) ==
  CASE Memory = "sc" -> Sequential!Stores(m, t, loc, value, mode)
    [] Memory = "tso" -> Buffered!Stores(m, t, loc, value, mode)
    [] Memory = "ra" -> Ordered!Stores(m, t, loc, value, mode)

\* All memories that a fence may give; its kind is "acquire", "release" or "full".
Fences(m, t, kind) ==
  CASE Memory = "sc" -> Sequential!Fences(m, t, kind)
    [] Memory = "tso" -> Buffered!Fences(m, t, kind)
    [] Memory = "ra" -> Ordered!Fences(m, t, kind)

\* All memories that a remote barrier of t may give (Linux: membarrier): t makes a full fence, and so
\* does every other thread, somewhere between two of its steps, before t goes on.  The others must
\* therefore take their steps in the order of the program: a compiler must be kept from changing it.
RECURSIVE FencesOfAll(_, _)
FencesOfAll(memories, threads) ==
  IF threads = {} THEN memories
  ELSE LET t == CHOOSE u \in threads : TRUE
       IN FencesOfAll(UNION {Fences(n, t, "full") : n \in memories}, threads \ {t})

Barriers(m, t) ==
  UNION {Fences(n, t, "full") : n \in FencesOfAll(Fences(m, t, "full"), Threads \ {t})}

\* The memory after t has held the lock: t sees all that was done before it was last given up, and
\* all who hold it later see what t has done.
Locked(m, t, lock) ==
  CASE Memory = "sc" -> Sequential!Locked(m, t, lock)
    [] Memory = "tso" -> Buffered!Locked(m, t, lock)
    [] Memory = "ra" -> Ordered!Locked(m, t, lock)

\* All memories that m may turn into by itself.
Moves(m) ==
  CASE Memory = "sc" -> {}
    [] Memory = "tso" -> Buffered!Moves(m)
    [] Memory = "ra" -> {}

\* The last value of a location, in the order that all threads agree on.
Latest(m, loc) ==
  CASE Memory = "sc" -> Sequential!Latest(m, loc)
    [] Memory = "tso" -> Buffered!Latest(m, loc)
    [] Memory = "ra" -> Ordered!Latest(m, loc)

\* Two accesses have raced. Only "ra" knows plain accesses from others.
HasRace(m) == Memory = "ra" /\ Ordered!HasRace(m)
==============================================================================

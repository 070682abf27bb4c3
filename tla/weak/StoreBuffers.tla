---------------------------- MODULE StoreBuffers -----------------------------
(***************************************************************************)
(* The memory of an x86 machine, x86-TSO: Owens, Sarkar, Sewell, "A better *)
(* x86 memory model: x86-TSO" (TPHOLs 2009).  Each thread has a buffer,    *)
(* first in first out, in front of the memory that all share.  A store     *)
(* goes into the buffer and reaches the memory later; a load gives the     *)
(* newest store in the own buffer, or else the memory.                     *)
(*                                                                         *)
(* The modes are mapped as Java virtual machines map them: a volatile      *)
(* store empties the buffer before the thread goes on, and so do the full  *)
(* fence and taking a lock; all other accesses and fences are ordinary     *)
(* ones, or nothing.  On the machine MFENCE waits until the buffer has     *)
(* drained; here it drains it.  That is the same: whatever others may see  *)
(* of a buffer that is half drained they see after Moves, before the       *)
(* fence.                                                                  *)
(*                                                                         *)
(* Left out: the compiler, which may reorder what is not volatile, acquire *)
(* or release before the machine sees it.                                  *)
(***************************************************************************)
EXTENDS Integers, Sequences

CONSTANT Threads

FreshMemory(initial) == [value |-> initial, buffer |-> [t \in Threads |-> <<>>]]

\* The values in a buffer that wait for one location, oldest first.
Pending(m, t, loc) == SelectSeq(m.buffer[t], LAMBDA store : store.loc = loc)

\* The oldest store of a thread reaches the memory.
Drain1(m, t) ==
  LET store == Head(m.buffer[t])
  IN [value |-> [m.value EXCEPT ![store.loc] = store.value],
      buffer |-> [m.buffer EXCEPT ![t] = Tail(@)]]

RECURSIVE Drained(_, _)
Drained(m, t) == IF m.buffer[t] = <<>> THEN m ELSE Drained(Drain1(m, t), t)

------------------------------------------------------------------------------

Loads(m, t, loc, mode) ==
  LET own == Pending(m, t, loc)
      value == IF own = <<>> THEN m.value[loc] ELSE own[Len(own)].value
  IN {[value |-> value, memory |-> m]}

Stores(m, t, loc, value, mode) ==
  LET stored == [m EXCEPT !.buffer[t] = Append(@, [loc |-> loc, value |-> value])]
  IN {IF mode = "volatile" THEN Drained(stored, t) ELSE stored}

Fences(m, t, kind) == {IF kind = "full" THEN Drained(m, t) ELSE m}

Locked(m, t, lock) == Drained(m, t)

Moves(m) == {Drain1(m, t) : t \in {u \in Threads : m.buffer[u] # <<>>}}

Latest(m, loc) == m.value[loc]
==============================================================================

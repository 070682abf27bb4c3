-------------------------- MODULE VolatilePrograms ---------------------------
(***************************************************************************)
(* Programs of volatile accesses alone are sequentially consistent, and    *)
(* release and acquire do not make them so: all programs of two threads    *)
(* with a few accesses each to two locations, in which a thread never      *)
(* makes the same access twice in a row.  P begins with x, since the names *)
(* do not matter.                                                          *)
(***************************************************************************)
EXTENDS Integers, Sequences

CONSTANTS
  Length,        \* how many accesses a thread makes
  Mode           \* of all accesses: "volatile", or "ordered" for release and acquire

VARIABLES
  program,       \* for each thread, its accesses
  m,             \* the memory
  at,            \* for each thread, which access comes next
  got            \* for each thread, the values that it has loaded

INSTANCE SharedMemory WITH Memory <- "ra", Threads <- {"P", "C"}

Sides == {"P", "C"}
Accesses == [op : {"store", "load"}, loc : {"x", "y"}]
Changing == {accesses \in [1..Length -> Accesses] :
               \A i \in 2..Length : accesses[i] # accesses[i - 1]}
Programs == {q \in [Sides -> Changing] : q["P"][1].loc = "x"}

\* Every store has a value of its own.
ValueOf(t, i) == IF t = "P" THEN i ELSE Length + i

Init ==
  /\ program \in Programs
  /\ m = FreshMemory([loc \in {"x", "y"} |-> 0], AnyAccess({"x", "y"}))
  /\ at = [t \in Sides |-> 1]
  /\ got = [t \in Sides |-> <<>>]

Store(t, loc) ==
  /\ m' \in Stores(m, t, loc, ValueOf(t, at[t]), IF Mode = "ordered" THEN "release" ELSE Mode)
  /\ UNCHANGED got

Load(t, loc) ==
  \E load \in Loads(m, t, loc, IF Mode = "ordered" THEN "acquire" ELSE Mode) :
    /\ m' = load.memory
    /\ got' = [got EXCEPT ![t] = Append(@, load.value)]

Step(t) ==
  /\ at[t] <= Length
  /\ LET access == program[t][at[t]]
     IN IF access.op = "store" THEN Store(t, access.loc) ELSE Load(t, access.loc)
  /\ at' = [at EXCEPT ![t] = @ + 1]
  /\ UNCHANGED program

P == Step("P")
C == Step("C")

Spec == Init /\ [][P \/ C]_<<program, m, at, got>>

------------------------------------------------------------------------------
\* What may come out if the accesses are made one after the other.

\* All that may come of it: where the threads are, what they have loaded, what the locations hold.
RECURSIVE Outcomes(_, _, _)
Outcomes(place, loads, holds) ==
  IF \A t \in Sides : place[t] > Length THEN {<<loads, holds>>}
  ELSE UNION {
    LET access == program[t][place[t]]
        onward == [u \in Sides |-> IF u = t THEN place[u] + 1 ELSE place[u]]
    IN IF access.op = "store"
       THEN Outcomes(onward, loads,
              [l \in {"x", "y"} |-> IF l = access.loc THEN ValueOf(t, place[t]) ELSE holds[l]])
       ELSE Outcomes(onward,
              [u \in Sides |-> IF u = t THEN Append(loads[u], holds[access.loc]) ELSE loads[u]],
              holds) :
      t \in {u \in Sides : place[u] <= Length}}

IsSequential ==
  (\A t \in Sides : at[t] > Length) =>
    <<got, [l \in {"x", "y"} |-> Latest(m, l)]>> \in
      Outcomes([t \in Sides |-> 1], [t \in Sides |-> <<>>], [l \in {"x", "y"} |-> 0])
==============================================================================

--------------------------- MODULE MemoryPrograms ----------------------------
(***************************************************************************)
(* What comes of small programs on a memory: all programs of two threads   *)
(* as VolatilePrograms has them, each thread with a mode of its own.  It   *)
(* is told to whoever holds another machine against this memory, as the    *)
(* explorer of the module properties does: every outcome of every program. *)
(***************************************************************************)
EXTENDS Integers, Sequences, TLC

CONSTANTS
  Memory,        \* "tso" or "ra"
  Length,        \* how many accesses a thread makes
  ModesOfP,      \* the modes that all accesses of P may have
  ModesOfC       \* and those of C

VARIABLES
  program,       \* for each thread, its accesses; it never changes
  modes,         \* for each thread, the mode of its accesses; it never changes
  m,             \* the memory
  at,            \* for each thread, which of its steps comes next
  got            \* for each thread, the values that it has loaded

vars == <<program, modes, m, at, got>>

INSTANCE SharedMemory WITH Threads <- {"P", "C"}
Volatile == INSTANCE VolatilePrograms WITH Mode <- "volatile"

Sides == {"P", "C"}

\* "ordered" are release stores and acquire loads; "fenced" are opaque accesses with a full fence
\* between any two; "mixed" is an opaque access, and then volatile ones.
Modes == {"plain", "opaque", "ordered", "volatile", "fenced", "mixed"}

ASSUME ModesOfP \subseteq Modes /\ ModesOfC \subseteq Modes

Pairs == ModesOfP \X ModesOfC
EqualPairs == {<<mode, mode>> : mode \in ModesOfP \cap ModesOfC}

Init ==
  /\ program \in Volatile!Programs
  /\ modes \in {[t \in Sides |-> IF t = "P" THEN pair[1] ELSE pair[2]] : pair \in Pairs}
  /\ m = FreshMemory([loc \in {"x", "y"} |-> 0], AnyAccess({"x", "y"}))
  /\ at = [t \in Sides |-> 1]
  /\ got = [t \in Sides |-> <<>>]

------------------------------------------------------------------------------

\* The steps of a thread: its accesses, and the fences between them.
Last(t) == IF modes[t] = "fenced" THEN 2 * Length - 1 ELSE Length
IsFence(t) == modes[t] = "fenced" /\ at[t] % 2 = 0
Place(t) == IF modes[t] = "fenced" THEN (at[t] + 1) \div 2 ELSE at[t]

ModeOf(t, op) ==
  CASE modes[t] = "ordered" -> IF op = "store" THEN "release" ELSE "acquire"
    [] modes[t] = "fenced" -> "opaque"
    [] modes[t] = "mixed" -> IF Place(t) = 1 THEN "opaque" ELSE "volatile"
    [] OTHER -> modes[t]

Store(t, loc) ==
  /\ m' \in Stores(m, t, loc, Volatile!ValueOf(t, Place(t)), ModeOf(t, "store"))
  /\ UNCHANGED got

Load(t, loc) ==
  \E load \in Loads(m, t, loc, ModeOf(t, "load")) :
    /\ m' = load.memory
    /\ got' = [got EXCEPT ![t] = Append(@, load.value)]

Fence(t) == m' \in Fences(m, t, "full") /\ UNCHANGED got

Step(t) ==
  /\ at[t] <= Last(t)
  /\ IF IsFence(t) THEN Fence(t)
     ELSE LET access == program[t][Place(t)]
          IN IF access.op = "store" THEN Store(t, access.loc) ELSE Load(t, access.loc)
  /\ at' = [at EXCEPT ![t] = @ + 1]
  /\ UNCHANGED <<program, modes>>

P == Step("P")
C == Step("C")
Settle == m' \in Moves(m) /\ UNCHANGED <<program, modes, at, got>>

Spec == Init /\ [][P \/ C \/ Settle]_vars

------------------------------------------------------------------------------

IsOver == Moves(m) = {} /\ \A t \in Sides : at[t] > Last(t)

\* Only plain accesses race.
OnlyPlainRaces == HasRace(m) => "plain" \in {modes[t] : t \in Sides}

\* Volatile accesses, and accesses with full fences between them, are sequentially consistent.
StrongIsSequential ==
  (IsOver /\ \A t \in Sides : modes[t] \in {"volatile", "fenced"}) =>
    <<got, [l \in {"x", "y"} |-> Latest(m, l)]>> \in
      Volatile!Outcomes([t \in Sides |-> 1], [t \in Sides |-> <<>>], [l \in {"x", "y"} |-> 0])

\* In words: "plain x!y? opaque y!x?: <<0>> <<1>> 1 3 race".
RECURSIVE InWords(_)
InWords(accesses) ==
  IF accesses = <<>> THEN ""
  ELSE Head(accesses).loc \o (IF Head(accesses).op = "store" THEN "!" ELSE "?")
         \o InWords(Tail(accesses))

Outcome ==
  modes["P"] \o " " \o InWords(program["P"]) \o " " \o modes["C"] \o " " \o InWords(program["C"])
    \o ": " \o ToString(got["P"]) \o " " \o ToString(got["C"])
    \o " " \o ToString(Latest(m, "x")) \o " " \o ToString(Latest(m, "y"))
    \o (IF HasRace(m) THEN " race" ELSE "")

\* It holds, and TLC prints every outcome.
OutcomesAreTold == IsOver => PrintT(Outcome)
==============================================================================

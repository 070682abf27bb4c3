------------------------------- MODULE Litmus --------------------------------
(***************************************************************************)
(* Runs the programs of LitmusTests, each in its forms, on each memory.    *)
(* It is one sweep: a case is a program in a form on a memory, and it is   *)
(* reported if its weak outcome can come about, or its race.  What must    *)
(* come out is in weak.json, and is what the literature says.              *)
(***************************************************************************)
EXTENDS LitmusTests, Sweep, Sequences

VARIABLES
  case,          \* [test, form, memory]; it never changes
  m,             \* the memory
  at,            \* for each thread, which of its instructions comes next
  next,          \* for each thread, that instruction in words
  loaded         \* for each register, the value loaded into it; -1 before

vars == <<case, m, at, next, loaded>>

Test == Tests[case.test]
Form == Forms[case.form]

\* The memory of the case.
INSTANCE SharedMemory WITH Memory <- case.memory, Threads <- DOMAIN Test.threads

ASSUME SweepIsReady

------------------------------------------------------------------------------

ModeOf(access) ==
  IF access.mode # "form" THEN access.mode
  ELSE IF access.op = "store" THEN Form.store ELSE Form.load

InWords(t, i) ==
  LET do == Test.threads[t][i]
  IN IF i > Len(Test.threads[t]) THEN "done"
     ELSE CASE do.op = "store" -> do.loc \o " := " \o ToString(do.value) \o " " \o ModeOf(do)
            [] do.op = "load" -> do.register \o " := " \o do.loc \o " " \o ModeOf(do)
            [] do.op = "if" -> "if " \o do.register \o " is 1"
            [] do.op = "gap" -> Form.gap

Init ==
  /\ case \in Cases
  /\ m = FreshMemory([loc \in Locations |-> 0], AnyAccess(Locations))
  /\ at = [t \in DOMAIN Test.threads |-> 1]
  /\ next = [t \in DOMAIN Test.threads |-> InWords(t, 1)]
  /\ loaded = [r \in Registers |-> -1]
  /\ Begins(case)

\* Thread t goes on at its instruction i, or after it if it is a gap with nothing in it.
Onward(t, i) ==
  /\ LET j == IF InWords(t, i) = "nothing" THEN i + 1 ELSE i
     IN  /\ at' = [at EXCEPT ![t] = j]
         /\ next' = [next EXCEPT ![t] = InWords(t, j)]
  /\ UNCHANGED case

Store(t, do) ==
  /\ m' \in Stores(m, t, do.loc, do.value, ModeOf(do))
  /\ Onward(t, at[t] + 1)
  /\ UNCHANGED loaded

Load(t, do) ==
  /\ \E load \in Loads(m, t, do.loc, ModeOf(do)) :
       /\ m' = load.memory
       /\ loaded' = [loaded EXCEPT ![do.register] = load.value]
  /\ Onward(t, at[t] + 1)

If(t, do) ==
  /\ Onward(t, IF loaded[do.register] = 1 THEN at[t] + 1 ELSE Len(Test.threads[t]) + 1)
  /\ UNCHANGED <<m, loaded>>

Gap(t) ==
  /\ m' \in CASE Form.gap = "acquire and release fence" ->
                   UNION {Fences(n, t, "release") : n \in Fences(m, t, "acquire")}
              [] Form.gap = "full fence" -> Fences(m, t, "full")
              [] Form.gap = "one lock" -> {Locked(m, t, "the lock")}
              [] Form.gap = "own lock" -> {Locked(m, t, t)}
  /\ Onward(t, at[t] + 1)
  /\ UNCHANGED loaded

Step(t) ==
  \E i \in {at[t]} \cap DOMAIN Test.threads[t] : \E do \in {Test.threads[t][i]} :
    CASE do.op = "store" -> Store(t, do)
      [] do.op = "load" -> Load(t, do)
      [] do.op = "if" -> If(t, do)
      [] do.op = "gap" -> Gap(t)

Settle == m' \in Moves(m) /\ UNCHANGED <<case, at, next, loaded>>

Next == (\E t \in DOMAIN at : Step(t)) \/ Settle

Spec == Init /\ [][Next]_vars

------------------------------------------------------------------------------

IsOver == Moves(m) = {} /\ \A t \in DOMAIN at : at[t] > Len(Test.threads[t])

IsWeak ==
  IF Test.asks = "race" THEN HasRace(m)
  ELSE /\ IsOver
       /\ \A r \in DOMAIN Test.registers : loaded[r] = Test.registers[r]
       /\ \A loc \in DOMAIN Test.finals : Latest(m, loc) = Test.finals[loc]

NotWeak == Reports(case, ~IsWeak)
Open == IsOpen(case)
==============================================================================

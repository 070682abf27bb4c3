---------------------------- MODULE WeakRingState ----------------------------
(***************************************************************************)
(* The state of the ring on a memory that is not sequentially consistent.  *)
(* The words of the ring are locations of SharedMemory; what a side knows, *)
(* and what both have done, is as in RingState, under the same names.      *)
(*                                                                         *)
(* The mode of each access is a value.  Shipped are those of the Java ring *)
(* (a test reads them from its source); `modes` says otherwise for the     *)
(* accesses that a question is about, and never changes, so that one run   *)
(* of TLC answers for many assignments.                                    *)
(*                                                                         *)
(* A side that cannot go on may give up or wait.  Spurious wake-ups are    *)
(* left out of most models: who wakes for no reason is where it would be   *)
(* had it given up instead.                                                *)
(***************************************************************************)
EXTENDS RingWords, SharedMemory, Sequences, TLC

CONSTANT
  Parts          \* what takes part: "count", "close", "cancel", "spurious"

ASSUME PartsAreKnown == Parts \subseteq {"count", "close", "cancel", "spurious"}

VARIABLES
  m,             \* the shared memory, with all that it remembers: see SharedMemory
  modes,         \* a record: the modes of the accesses in question, by the names of their steps
  pStep, pWrite, pRead, pElement,     \* the producer, as in RingState
  cStep, cWrite, cRead, cElement,     \* the consumer, as in RingState
  put, taken, received, ended,        \* what both did, for the promises, as in RingState
  missed         \* a side heard the other's last word, but not what was said before it

producer == <<pStep, pWrite, pRead, pElement>>
consumer == <<cStep, cWrite, cRead, cElement>>
ghosts == <<put, taken, received, ended, missed>>
vars == <<m, modes, producer, consumer, ghosts>>

------------------------------------------------------------------------------
\* Modes.

LoadModes == {"plain", "opaque", "acquire", "volatile"}
StoreModes == {"plain", "opaque", "release", "volatile"}

\* A wait compares under the waiter-list lock. The Java ring loads volatile there.
Shipped ==
  [PLoadWrite |-> "plain",  PLoadRead |-> "acquire", PWait |-> "volatile",
   PWriteSlot |-> "plain",  PCountProduced |-> "opaque", PCountWait |-> "opaque",
   PPublish |-> "release",  PClose |-> "release",
   CLoadRead |-> "plain",   CLoadWrite |-> "acquire", CWait |-> "volatile",
   CReadSlot |-> "plain",   CCountConsumed |-> "opaque", CCountWait |-> "opaque",
   CPublish |-> "release",  CCancel |-> "release"]

ModeIn(assignment, step) == IF step \in DOMAIN assignment THEN assignment[step] ELSE Shipped[step]
Mode(step) == ModeIn(modes, step)

------------------------------------------------------------------------------
\* Locations.

Slots == [s \in 0..Capacity - 1 |-> "slot" \o ToString(s)]
SlotAt(cursor) == Slots[cursor]

Cursors == {"WRITE", "READ"}
Counters ==
  {"PRODUCED", "CONSUMED"}
    \union (IF "wait" \in Patience THEN {"PRODUCER_WAITS", "CONSUMER_WAITS"} ELSE {})

\* What a side writes before it closes or cancels, and the other reads once it knows of that:
\* only if the question is about it. It is outside the ring, as callers' own data are.
Farewells == {"P says", "C says"}
WithFarewell(assignment) == "farewell" \in DOMAIN assignment /\ assignment.farewell

Locations(assignment) ==
  Cursors \union {Slots[s] : s \in 0..Capacity - 1}
    \union (IF "count" \in Parts THEN Counters ELSE {})
    \union (IF WithFarewell(assignment) THEN Farewells ELSE {})

\* Who makes which access: nothing else touches the words.
Accesses(assignment) ==
  LET Load(t, loc, step) == Access(loc, t, "load", ModeIn(assignment, step))
      Store(t, loc, step) == Access(loc, t, "store", ModeIn(assignment, step))
      Adds(t, loc, step) == {Access(loc, t, "load", "plain"), Store(t, loc, step)}
      Cell(s) == {Store("P", Slots[s], "PWriteSlot"), Load("C", Slots[s], "CReadSlot")}
      Farewell(t, loc, hearer) == {Access(loc, t, "store", "plain"), Access(loc, hearer, "load", "plain")}
      all ==
        {Load("P", "WRITE", "PLoadWrite"), Load("P", "READ", "PLoadRead"), Load("P", "READ", "PWait"),
         Store("P", "WRITE", "PPublish"), Store("P", "WRITE", "PClose"),
         Load("C", "READ", "CLoadRead"), Load("C", "WRITE", "CLoadWrite"), Load("C", "WRITE", "CWait"),
         Store("C", "READ", "CPublish"), Store("C", "READ", "CCancel")}
          \union UNION {Cell(s) : s \in 0..Capacity - 1}
          \union Adds("P", "PRODUCED", "PCountProduced") \union Adds("P", "PRODUCER_WAITS", "PCountWait")
          \union Adds("C", "CONSUMED", "CCountConsumed") \union Adds("C", "CONSUMER_WAITS", "CCountWait")
          \union Farewell("P", "P says", "C") \union Farewell("C", "C says", "P")
  IN {access \in all : access[1] \in Locations(assignment)}

\* The waiter list of a word has a lock of its own. One lock for all would order more.
Waiters(word) == "waiters of " \o word

------------------------------------------------------------------------------
\* Steps that are not one access.

\* Counting: nobody else stores the word, so a plain load and a store are as good as an addition.
Counted(t, word, mode) ==
  UNION {Stores(load.memory, t, word, Count(load.value), mode) : load \in Loads(m, t, word, "plain")}

\* A farewell and the store after it, or the load and the farewell after it, are one step: nobody
\* else can tell what was between.
Said(t, farewell) == IF WithFarewell(modes) THEN Stores(m, t, farewell, 1, "plain") ELSE {m}

Hears(memory, t, farewell) ==
  IF WithFarewell(modes)
  THEN \E load \in Loads(memory, t, farewell, "plain") :
         m' = load.memory /\ missed' = (missed \/ load.value # 1)
  ELSE m' = memory /\ missed' = missed

------------------------------------------------------------------------------
\* Parts that are left out are stepped over.

Skipped ==
  (IF "count" \in Parts THEN {}
   ELSE {"PCountProduced", "CCountConsumed", "PCountWait", "CCountWait"})
    \union (IF "wait" \in Patience THEN {} ELSE {"PNotify", "CNotify"})

Order == PutOrder @@ TakeOrder @@ [PCountWait |-> "PWait", CCountWait |-> "CWait"]

RECURSIVE Onward(_)
Onward(step) == IF step \in Skipped THEN Onward(Order[step]) ELSE step

\* How each assignment begins; Others(assignment) are accesses that somebody else makes. A sweep gives
\* this a name: TLC asks for all first states again with every counterexample that it prints, and
\* computes only once what is constant and has a name.
Beginnings(assignments, Others(_)) ==
  TLCEval([assignment \in assignments |->
    FreshMemory([l \in Locations(assignment) |-> 0], Accesses(assignment) \union Others(assignment))])

NoOthers(assignment) == {}

StartOf(beginnings) ==
  /\ modes \in DOMAIN beginnings
  /\ m = beginnings[modes]
  /\ pStep = "PLoadWrite" /\ pWrite = 0 /\ pRead = 0 /\ pElement = 1
  /\ cStep = "CLoadWrite" /\ cWrite = 0 /\ cRead = 0 /\ cElement = 0
  /\ put = 0 /\ taken = 0 /\ received = 0 /\ ended = FALSE /\ missed = FALSE

Start(assignments) == StartOf(Beginnings(assignments, NoOthers))
==============================================================================

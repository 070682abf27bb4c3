----------------------------- MODULE WatchedRing -----------------------------
(***************************************************************************)
(* Somebody watches the counters: loads both, one after the other, and     *)
(* takes the difference for the number of elements on their way.  It may   *)
(* be a third thread, W, or one of the two sides between two of its steps. *)
(* What it sees depends on which of the two it loads first, and on the     *)
(* modes of the counting stores and of its own loads.                      *)
(*                                                                         *)
(* `modes` says besides who watches, which counter it loads first, and     *)
(* which bound is in question ("lower", "upper", "none"), in the fields    *)
(* by, first and bound.                                                    *)
(***************************************************************************)
EXTENDS WeakCursorRingPromises, FiniteSets, Sweep

CONSTANT
  Asked          \* a set of records: the questions

ASSUME SweepIsReady

VARIABLE
  watched        \* what the watcher saw of each counter; Unseen before

watchedVars == <<vars, watched>>

Unseen == -1
LoadStep == [PRODUCED |-> "WatchProduced", CONSUMED |-> "WatchConsumed"]

Watch(counter) ==
  /\ watched[counter] = Unseen
  /\ counter = modes.first \/ watched[modes.first] # Unseen
  /\ \E load \in Loads(m, modes.by, counter, Mode(LoadStep[counter])) :
       m' = load.memory /\ watched' = [watched EXCEPT ![counter] = load.value]
  /\ UNCHANGED <<modes, producer, consumer, ghosts>>

WatchProduced == Watch("PRODUCED")
WatchConsumed == Watch("CONSUMED")

\* A side does nothing else between the two loads; others may.
IsWatching(t) == t = modes.by /\ Cardinality({c \in DOMAIN watched : watched[c] = Unseen}) = 1

WatchedProducer == Producer /\ ~IsWatching("P") /\ UNCHANGED watched
WatchedConsumer == Consumer /\ ~IsWatching("C") /\ UNCHANGED watched
WatchedMoves == MemoryMoves /\ UNCHANGED watched

WatchedNext == WatchedProducer \/ WatchedConsumer \/ WatchedMoves \/ WatchProduced \/ WatchConsumed

Watching(assignment) ==
  {Access(counter, assignment.by, "load", ModeIn(assignment, LoadStep[counter])) :
     counter \in DOMAIN LoadStep}

AskedBeginnings == Beginnings(Asked, Watching)

WatchedInit ==
  /\ StartOf(AskedBeginnings)
  /\ watched = [counter \in DOMAIN LoadStep |-> Unseen]
  /\ Begins(modes)

WatchedSpec == WatchedInit /\ [][WatchedNext]_watchedVars

\* RB401, as a watcher sees it: 0 <= PRODUCED - CONSUMED <= Capacity.
HasSeen == \A counter \in DOMAIN watched : watched[counter] # Unseen
Difference == watched.PRODUCED - watched.CONSUMED

\* What a case can break first.
FreeOfRaces == Reports(modes, NoDataRaces)
SeesConsumedNeverAhead == Reports(modes, HasSeen /\ modes.bound = "lower" => Difference >= 0)
SeesAtMostCapacity == Reports(modes, HasSeen /\ modes.bound = "upper" => Difference <= Capacity)

IsOpenCase == IsOpen(modes)
==============================================================================

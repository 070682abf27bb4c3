-------------------------- MODULE InductiveStates ----------------------------
(***************************************************************************)
(* Every state that satisfies the invariant, reachable or not, and one     *)
(* step from each: TLC's own word that the invariant is inductive, at      *)
(* small bounds.  It shares nothing with the proof but the text, so it     *)
(* checks the translation to SMT as well.                                  *)
(*                                                                         *)
(* The conjuncts of the invariant stand as early as their variables have   *)
(* values, so that TLC drops a state before it enumerates the rest of it.  *)
(* Both counters of waits have one value, from which counting wraps: no    *)
(* action looks at them.  Nor does any look at a local of a side before    *)
(* the side has loaded it again: such a one is Stale, and what that may be *)
(* is for the model to say, everything or nothing but 0.                   *)
(***************************************************************************)
EXTENDS CursorRingLiveness, TLC

Stale == CursorWords
OnlyZero == {0}

AnyInit ==
  /\ put \in Elements /\ taken \in Elements /\ received \in Elements
  /\ ended \in BOOLEAN /\ GhostTypes /\ ReceivedIsTaken
  /\ write \in CursorWords /\ read \in CursorWords
  /\ CursorsTellStored /\ EndOnlyAfterEverything
  /\ pStep \in PSteps /\ pElement \in 0..Items + 2
  /\ NextElement /\ ElementsLeft /\ Room /\ NoPutAfterClose /\ DoneIsClosed
  /\ pWrite \in Stale \union {write} /\ OwnWrite
  /\ pRead \in (IF pStep \in {"PCountWait", "PWait"} THEN CursorWords ELSE Stale)
  /\ SeenFull /\ ProducerTypes
  /\ cStep \in CSteps /\ Element /\ NothingAfterCancel /\ DoneIsCancelled /\ NoLostWakeup
  /\ cRead \in Stale \union {read} /\ OwnRead
  /\ cWrite \in (IF cStep \in {"CLoadRead", "CCountWait", "CWait"} THEN CursorWords ELSE Stale)
  /\ SeenWrite /\ SeenEmpty
  /\ cElement \in (IF cStep = "CPublish" THEN Elements ELSE Stale \intersect Elements)
  /\ OldestElement /\ ConsumerTypes
  /\ produced \in Counters /\ consumed \in Counters /\ CountersCount
  /\ producerWaits = Modulus - 1 /\ consumerWaits = Modulus - 1 /\ MemoryTypes
  /\ slot \in [Cursors -> Elements] /\ SlotTypes /\ SlotsHoldStored
  /\ Invariant

\* The first states have level 1.
OneStep == TLCGet("level") = 1 /\ Next

AnySpec == AnyInit /\ [][OneStep]_vars

THEOREM FromAnyState == AnySpec => []Invariant
==============================================================================

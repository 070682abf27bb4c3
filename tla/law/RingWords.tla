----------------------------- MODULE RingWords -------------------------------
(***************************************************************************)
(* What the words of the ring mean, and in which order a side takes its    *)
(* steps.  No variable and no action: CursorRing has those.  A control     *)
(* replaces one of these definitions, and nothing else, by a wrong one.    *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
  Capacity,      \* number of slots
  Items,         \* how many elements the producer has to put; the k-th is k
  Modulus,       \* counters are counted modulo this (Java: 2^32)
  Profile,       \* "seed", as in the seed document, or "reference", ours
  Patience       \* what a side may do when it cannot go on: "wait", "giveUp"

Flag == 1073741824                                    \* bit 30

ASSUME Assumptions ==
  /\ Capacity \in Nat /\ Capacity >= 2 /\ Capacity <= Flag
  /\ Items \in Nat
  /\ Modulus \in Nat /\ Modulus >= Capacity + 2
  /\ Profile \in {"seed", "reference"}
  /\ Patience \subseteq {"wait", "giveUp"} /\ Patience # {}

------------------------------------------------------------------------------
\* Cursors and counters.

IsFlagged(word) == word >= Flag
Cursor(word) == IF IsFlagged(word) THEN word - Flag ELSE word
Next1(cursor) == IF cursor + 1 = Capacity THEN 0 ELSE cursor + 1
Distance(from, to) == IF to >= from THEN to - from ELSE to - from + Capacity
Count(counter) == IF counter + 1 = Modulus THEN 0 ELSE counter + 1

Full(writeWord, readWord) == Next1(Cursor(writeWord)) = Cursor(readWord)
Empty(writeWord, readWord) == Cursor(writeWord) = Cursor(readWord)

\* Closed is asked last: what was put before closing is still to be taken.
ConsumerSees(writeWord, readWord) ==
  IF ~Empty(writeWord, readWord) THEN "element"
  ELSE IF IsFlagged(writeWord) THEN "end"
  ELSE "empty"

\* A wait goes to sleep only if the word still is what the side has seen.
StillIs(word, expected) == word = expected

\* The order of the steps, in the profile "reference"; what ends in an arrow begins again:
\*
\*   PLoadWrite -+-> PLoadRead -+- room -------> PWriteSlot -> PCountProduced -> PPublish -> PNotify ->
\*               |              +- full -------> PCountWait -> PWait -> PAsleep, until it is woken ->
\*               |              +- cancelled -->
\*               +-> PClose -> PNotify -> PDone
\*
\*   CLoadWrite -+-> CLoadRead -+- element ----> CReadSlot -> CPublish -> CCountConsumed -> CNotify ->
\*               |              +- empty ------> CCountWait -> CWait -> CAsleep, until it is woken ->
\*               |              +- the end ---->
\*               +-> CLoadRead -> CCancel -> CNotify -> CDone
\*
\* PWait and CWait begin again at once if the word has changed. In the seed PPublish comes before
\* PCountProduced, nobody closes or cancels, and there is no CCountWait. PutOrder and TakeOrder are
\* the first lines of the two, once there is room or an element:
PutOrder ==
  IF Profile = "seed"
  THEN [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PPublish", PPublish |-> "PCountProduced",
        PCountProduced |-> "PNotify", PNotify |-> "PLoadWrite"]
  ELSE [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PPublish",
        PPublish |-> "PNotify", PNotify |-> "PLoadWrite"]
TakeOrder ==
  [CLoadRead |-> "CReadSlot", CReadSlot |-> "CPublish", CPublish |-> "CCountConsumed",
   CCountConsumed |-> "CNotify", CNotify |-> "CLoadWrite"]

\* A side that cannot go on counts and waits, or gives up. The seed does not count consumer waits.
PCannotGoOn == {IF p = "wait" THEN "PCountWait" ELSE "PLoadWrite" : p \in Patience}
CCannotGoOn ==
  {IF p = "giveUp" THEN "CLoadWrite" ELSE IF Profile = "seed" THEN "CWait" ELSE "CCountWait" :
     p \in Patience}
==============================================================================

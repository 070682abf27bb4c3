------------------------ MODULE CursorRingInvariant --------------------------
(***************************************************************************)
(* Why the ring is right, for every capacity and any number of elements:   *)
(* an invariant that every action keeps, whatever state it starts in.      *)
(* TLC can enumerate small rings only; this is proved, action by action    *)
(* and conjunct by conjunct, from the text of the actions themselves.      *)
(*                                                                         *)
(* Read it as what each side may rely on at each of its steps.  A side     *)
(* that has loaded its own cursor still knows it (Own...), for it alone    *)
(* moves it.  What it has seen of the peer may be stale, but errs on the   *)
(* safe side (Seen..., Room, Element).                                     *)
(***************************************************************************)
EXTENDS CursorRingPromises

Stored == put - taken

\* Between PWriteSlot and PPublish the next element is in its slot, and nobody can see it yet.
IsWritten ==
  \/ pStep = "PPublish"
  \/ Profile = "reference" /\ pStep = "PCountProduced"

------------------------------------------------------------------------------
\* What everything is.

MemoryTypes ==
  /\ write \in CursorWords /\ read \in CursorWords
  /\ produced \in Counters /\ consumed \in Counters
  /\ producerWaits \in Counters /\ consumerWaits \in Counters
SlotTypes == slot \in [Cursors -> Elements]
ProducerTypes == pStep \in PSteps /\ pWrite \in CursorWords /\ pRead \in CursorWords
ConsumerTypes ==
  /\ cStep \in CSteps /\ cWrite \in CursorWords /\ cRead \in CursorWords
  /\ cElement \in Elements
GhostTypes == taken \in Nat /\ ended \in BOOLEAN

------------------------------------------------------------------------------
\* The contents.

\* The cursors tell how much is stored, and one slot stays empty.
CursorsTellStored ==
  /\ Stored = Distance(Cursor(read), Cursor(write))
  /\ taken <= put

\* From READ on lie the elements taken + 1, taken + 2, ..., in order.
SlotsHoldStored ==
  \A s \in Cursors :
    Distance(Cursor(read), s) < Stored + (IF IsWritten THEN 1 ELSE 0)
      => slot[s] = taken + Distance(Cursor(read), s) + 1

\* The producer goes through its elements one by one.
NextElement == pElement = put + (IF IsWritten THEN 2 ELSE 1)
ElementsLeft == pElement <= (IF pStep \in {"PLoadRead", "PWriteSlot"} THEN Items ELSE Items + 1)

\* What came out last is the last that was taken.
ReceivedIsTaken == received = taken

------------------------------------------------------------------------------
\* The producer.

OwnWrite ==
  pStep \in {"PLoadRead", "PCountWait", "PWait", "PWriteSlot", "PClose"} \/ IsWritten
    => pWrite = write

\* Room once seen stays: the consumer only makes more.
Room == pStep = "PWriteSlot" \/ IsWritten => Stored < Capacity - 1

\* It waits because it saw the ring full, and not cancelled.
SeenFull == pStep \in {"PCountWait", "PWait"} => Full(pWrite, pRead) /\ ~IsFlagged(pRead)

\* After closing it only notifies.
NoPutAfterClose == IsFlagged(write) => pStep \in {"PNotify", "PDone"}
DoneIsClosed == pStep = "PDone" /\ Profile = "reference" => IsFlagged(write)

------------------------------------------------------------------------------
\* The consumer.

OwnRead ==
  cStep \in {"CCountWait", "CWait", "CReadSlot", "CPublish", "CCancel"} => cRead = read

\* What it saw of WRITE may be behind, never ahead; and once closed, WRITE stays.
SeenWrite ==
  cStep = "CLoadRead" =>
    /\ Distance(Cursor(read), Cursor(cWrite)) <= Stored
    /\ IsFlagged(cWrite) => cWrite = write

\* An element once seen stays, and once read it is the oldest.
Element == cStep \in {"CReadSlot", "CPublish"} => taken < put
OldestElement == cStep = "CPublish" => cElement = taken + 1

\* It waits because it saw the ring empty, and not closed.
SeenEmpty == cStep \in {"CCountWait", "CWait"} => Empty(cWrite, cRead) /\ ~IsFlagged(cWrite)

\* After cancelling it only notifies.
NothingAfterCancel == IsFlagged(read) => cStep \in {"CNotify", "CDone"}
DoneIsCancelled == cStep = "CDone" => IsFlagged(read)

------------------------------------------------------------------------------

\* NoLostWakeup, CountersCount and EndOnlyAfterEverything are promises that carry themselves.
Invariant ==
  /\ MemoryTypes /\ SlotTypes /\ ProducerTypes /\ ConsumerTypes /\ GhostTypes
  /\ CursorsTellStored /\ SlotsHoldStored /\ NextElement /\ ElementsLeft /\ ReceivedIsTaken
  /\ OwnWrite /\ Room /\ SeenFull /\ NoPutAfterClose /\ DoneIsClosed
  /\ OwnRead /\ SeenWrite /\ Element /\ OldestElement /\ SeenEmpty
  /\ NothingAfterCancel /\ DoneIsCancelled
  /\ NoLostWakeup /\ CountersCount /\ EndOnlyAfterEverything

THEOREM Inductive == Spec => []Invariant
==============================================================================

------------------------------ MODULE RingModes ------------------------------
(***************************************************************************)
(* Which modes the accesses of the ring need: every assignment of modes to *)
(* the accesses in question is a case of one sweep, and the accesses that  *)
(* are not in question keep the mode that the Java ring has.  A model      *)
(* chooses the question by what it puts in place of Asked.                 *)
(***************************************************************************)
EXTENDS WeakCursorRingPromises, Sweep

CONSTANT
  Asked          \* a set of records: the assignments

ASSUME SweepIsReady

\* The four accesses to the cursors by which the sides hear of each other.
CursorModes ==
  [PLoadRead: LoadModes, PPublish: StoreModes, CLoadWrite: LoadModes, CPublish: StoreModes]

\* The Java ring's, and each of its four weakened by one, for a quick look.
ShippedCursors == [step \in {"PLoadRead", "PPublish", "CLoadWrite", "CPublish"} |-> Shipped[step]]
Weakenings == {ShippedCursors} \union {[ShippedCursors EXCEPT ![step] = "opaque"] : step \in DOMAIN ShippedCursors}

\* Were the slots opaque, no access to them would race: what is left is that elements get lost.
OpaqueSlots ==
  [PWriteSlot: {"opaque"}, CReadSlot: {"opaque"},
   PLoadRead: {"opaque", "acquire"}, PPublish: {"opaque", "release"},
   CLoadWrite: {"opaque", "acquire"}, CPublish: {"opaque", "release"}]

\* The closing or the cancelling store, and whether it is to hand over what was done before.
EndModes ==
  [PClose: StoreModes, CCancel: {"release"}, farewell: BOOLEAN]
    \union [PClose: {"release"}, CCancel: StoreModes, farewell: BOOLEAN]

\* The loads with which a wait compares, under the lock of the waiter list.
WaitModes == [PWait: LoadModes, CWait: LoadModes]

\* The stores of the counters, if nobody but their writers looks at them.
CountModes == [PCountProduced: StoreModes, CCountConsumed: StoreModes]

------------------------------------------------------------------------------

AskedBeginnings == Beginnings(Asked, NoOthers)
ModesInit == StartOf(AskedBeginnings) /\ Begins(modes)
ModesSpec == ModesInit /\ [][Next]_vars

\* What a case can break first.
FreeOfRaces == Reports(modes, NoDataRaces)
FreeOfLosses == Reports(modes, InOrder /\ Bounded)
FreeOfLostWakeups == Reports(modes, NoLostWakeup /\ NoDeadlock)
EndsAsPromised == Reports(modes, EndOnlyAfterEverything /\ CancelFreesProducer /\ FarewellsArrive)

IsOpenCase == IsOpen(modes)
==============================================================================

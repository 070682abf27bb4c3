------------------------- MODULE SwallowNotification -------------------------
(***************************************************************************)
(* A waiter that gives up does not look whether it has been told           *)
(* meanwhile: it says that its time was up. Of the one that was to be      *)
(* woken nobody hears.                                                     *)
(***************************************************************************)
EXTENDS WaiterListPromises

MutantLeave(w) ==
  /\ Goes(w, "Leave", "Look")
  /\ list' = SelectSeq(list, LAMBDA other : other # w)
  /\ told' = told \ {w}
  /\ UNCHANGED <<word, seen, notified, answered>>
==============================================================================

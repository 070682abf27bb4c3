------------------------ MODULE RememberNotification -------------------------
(***************************************************************************)
(* A notification that finds nobody is kept for whoever waits next, as     *)
(* LockSupport keeps a permit. A call that begins after it returns at      *)
(* once.                                                                   *)
(***************************************************************************)
EXTENDS WaiterListPromises

MutantNotify ==
  /\ Goes("P", "Notify", "Change")
  /\ told' = told \union (IF list = <<>> THEN Waiters ELSE Listed)
  /\ list' = <<>>
  /\ notified' = notified + Cardinality(told' \ told)
  /\ UNCHANGED <<word, seen, answered>>
==============================================================================

---------------------------- MODULE YoungestFirst ----------------------------
(***************************************************************************)
(* A notification wakes the one that came last: a stack of waiters, not a  *)
(* queue. Who came first may wait for ever.                                *)
(***************************************************************************)
EXTENDS WaiterListPromises

MutantNotify ==
  /\ Goes("P", "Notify", "Change")
  /\ LET n == Least(Count, Len(list))
         stay == Len(list) - n
     IN  /\ told' = told \union {list[i] : i \in stay + 1..Len(list)}
         /\ list' = SubSeq(list, 1, stay)
         /\ notified' = notified + n
  /\ UNCHANGED <<word, seen, answered>>
==============================================================================

----------------------------- MODULE StayListed ------------------------------
(***************************************************************************)
(* A waiter that gives up goes away and leaves its name in the list. A     *)
(* later notification is spent on it.                                      *)
(***************************************************************************)
EXTENDS WaiterListPromises

MutantLeave(w) ==
  /\ Goes(w, "Leave", "Look")
  /\ told' = told \ {w}
  /\ answered' = answered + IF w \in told THEN 1 ELSE 0
  /\ UNCHANGED <<word, list, seen, notified>>
==============================================================================

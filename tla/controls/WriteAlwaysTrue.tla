--------------------------- MODULE WriteAlwaysTrue ---------------------------
(***************************************************************************)
(* Every write is answered with true, however much is waiting.             *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantWrite ==
  /\ pStep = "Idle" /\ ~finishing /\ ~destroyed /\ written < Items
  /\ written' = written + 1
  /\ buffer' = Append(buffer, written + 1)
  /\ UNCHANGED <<ring, telling, pStep, seen, offering, needDrain, finishing, destroyed>>
==============================================================================

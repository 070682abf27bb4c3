------------------------- MODULE SleepWithoutCompare -------------------------
(***************************************************************************)
(* The consumer goes to sleep without comparing the cursor with what it    *)
(* has seen, and so over a store that is there for all to see.             *)
(***************************************************************************)
EXTENDS HandshakePromises

MutantCWait ==
  /\ cStep = "CWait"
  /\ m' = Locked(m, C, "list")
  /\ listed' = TRUE
  /\ cStep' = "CAsleep"
  /\ UNCHANGED <<handshake, pStep, stored, raised, seen, expired>>
==============================================================================

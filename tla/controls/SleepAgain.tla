----------------------------- MODULE SleepAgain ------------------------------
(***************************************************************************)
(* A consumer whose time is up goes back to sleep without looking at the   *)
(* cursor again.                                                           *)
(***************************************************************************)
EXTENDS HandshakePromises

MutantCTimeout ==
  /\ InList
  /\ m' = Locked(m, C, "list")
  /\ expired' = IF CannotMiss THEN expired + 1 ELSE expired
  /\ UNCHANGED <<handshake, listed, pStep, stored, cStep, raised, seen>>
==============================================================================

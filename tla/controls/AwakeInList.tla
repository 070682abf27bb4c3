----------------------------- MODULE AwakeInList -----------------------------
(***************************************************************************)
(* A consumer whose time is up goes on without taking itself off the list. *)
(***************************************************************************)
EXTENDS HandshakePromises

MutantCTimeout ==
  /\ InList
  /\ cStep' = "CLoadWrite"
  /\ UNCHANGED <<handshake, m, listed, pStep, stored, raised, seen, expired>>
==============================================================================

------------------------------ MODULE LoadOnce -------------------------------
(***************************************************************************)
(* The consumer does not load WRITE again: it goes on with what it has     *)
(* seen before.                                                            *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantCLoadWrite ==
  /\ cStep = "CLoadWrite"
  /\ cStep' = "CLoadRead"
  /\ UNCHANGED <<memory, producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

----------------------------- MODULE WaitForever -----------------------------
(***************************************************************************)
(* A side that began to wait is stuck if the word has changed by then: an  *)
(* IF without its ELSE. It does not sleep, so no notification helps it.    *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPWait ==
  /\ pStep = "PWait"
  /\ StillIs(read, pRead)
  /\ pStep' = "PAsleep"
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>

MutantCWait ==
  /\ cStep = "CWait"
  /\ StillIs(write, cWrite)
  /\ cStep' = "CAsleep"
  /\ UNCHANGED <<memory, producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

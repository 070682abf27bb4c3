--------------------------- MODULE WakeWithoutLook ---------------------------
(***************************************************************************)
(* A consumer that wakes takes it that there is an element now: an `if`    *)
(* where a `while` belongs.  But it may have woken because its time was    *)
(* up, or for no reason at all.                                            *)
(***************************************************************************)
EXTENDS BrokenOffWaits

MutantCWake ==
  /\ cStep = "CAsleep"
  /\ cStep' = "CReadSlot"
  /\ UNCHANGED <<memory, producer, cWrite, cRead, cElement, ghosts>>
==============================================================================

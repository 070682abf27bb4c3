---------------------------- MODULE NotifyUnheard ----------------------------
(***************************************************************************)
(* The producer notifies, and who waits on WRITE does not wake: it waits   *)
(* on another word.                                                        *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPNotify ==
  /\ pStep = "PNotify"
  /\ pStep' = IF IsFlagged(write) THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, consumer, ghosts>>
==============================================================================

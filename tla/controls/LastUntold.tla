----------------------------- MODULE LastUntold ------------------------------
(***************************************************************************)
(* Nobody is told of the last element: the notification of each one is     *)
(* left to the next. A close would rescue it, but a producer need not      *)
(* close.                                                                  *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPNotify ==
  /\ pStep = "PNotify"
  /\ cStep' = IF cStep = "CAsleep" /\ (pElement <= Items \/ IsFlagged(write))
              THEN "CLoadWrite" ELSE cStep
  /\ pStep' = IF IsFlagged(write) THEN "PDone" ELSE PutOrder.PNotify
  /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>
==============================================================================

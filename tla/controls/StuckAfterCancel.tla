-------------------------- MODULE StuckAfterCancel ---------------------------
(***************************************************************************)
(* The producer does not know what to do when it finds that the consumer   *)
(* has cancelled, and does nothing any more.                               *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPLoadRead ==
  /\ pStep = "PLoadRead"
  /\ ~IsFlagged(read)
  /\ pRead' = read
  /\ IF Full(pWrite, read) THEN pStep' \in PCannotGoOn ELSE pStep' = PutOrder.PLoadRead
  /\ UNCHANGED <<memory, pWrite, pElement, consumer, ghosts>>
==============================================================================

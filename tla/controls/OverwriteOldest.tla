--------------------------- MODULE OverwriteOldest ---------------------------
(***************************************************************************)
(* A producer that loses patience with a consumer that has stopped: it     *)
(* never finds the ring full, and overwrites what has been stored longest. *)
(***************************************************************************)
EXTENDS StoppedSide

MutantFull(writeWord, readWord) == FALSE
==============================================================================

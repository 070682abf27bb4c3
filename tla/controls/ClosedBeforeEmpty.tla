-------------------------- MODULE ClosedBeforeEmpty --------------------------
(***************************************************************************)
(* The consumer asks whether the producer has closed before it asks        *)
(* whether the ring is empty. It gives up with elements still stored.      *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantConsumerSees(writeWord, readWord) ==
  IF IsFlagged(writeWord) THEN "end"
  ELSE IF ~Empty(writeWord, readWord) THEN "element"
  ELSE "empty"
==============================================================================

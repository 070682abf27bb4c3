------------------------- MODULE WaitWithoutCompare --------------------------
(***************************************************************************)
(* A wait goes to sleep without comparing the word with what the side has  *)
(* seen. What changed in between is missed.                                *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantStillIs(word, expected) == TRUE
==============================================================================

-------------------------- MODULE AskWithoutCompare --------------------------
(***************************************************************************)
(* The stream asks to be told without comparing with what its poll saw.    *)
(* What was put between the two is not told to anybody.                    *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantStillAsSeen == TRUE
==============================================================================

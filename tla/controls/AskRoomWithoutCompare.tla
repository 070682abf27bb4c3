------------------------ MODULE AskRoomWithoutCompare ------------------------
(***************************************************************************)
(* The stream asks to be told without comparing with what its offer saw.   *)
(* What was taken between the two is not told to anybody.                  *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantStillAsSeen == TRUE
==============================================================================

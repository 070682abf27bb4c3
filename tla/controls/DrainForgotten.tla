--------------------------- MODULE DrainForgotten ----------------------------
(***************************************************************************)
(* The event drain never comes. A writer that waits for it waits for ever. *)
(***************************************************************************)
EXTENDS SabWritablePromises

MutantDrain == FALSE /\ UNCHANGED vars
==============================================================================

---------------------------- MODULE AllSlotsUsed -----------------------------
(***************************************************************************)
(* The producer fills the last slot too: it counts the elements instead of *)
(* comparing the cursors. Then equal cursors mean both full and empty.     *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantFull(writeWord, readWord) == (produced - consumed) % Modulus >= Capacity
==============================================================================

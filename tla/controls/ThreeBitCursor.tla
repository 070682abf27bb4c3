--------------------------- MODULE ThreeBitCursor ----------------------------
(***************************************************************************)
(* The cursors have three bits, so they wrap at 8 in every larger ring:    *)
(* all is well up to a capacity of 8.                                      *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantNext1(cursor) == IF cursor + 1 \in {Capacity, 8} THEN 0 ELSE cursor + 1
==============================================================================

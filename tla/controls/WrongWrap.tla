------------------------------ MODULE WrongWrap ------------------------------
(***************************************************************************)
(* The cursors wrap one slot too late: they leave the data region.         *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantNext1(cursor) == IF cursor = Capacity THEN 0 ELSE cursor + 1
==============================================================================

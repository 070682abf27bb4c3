----------------------------- MODULE ExactBounds -----------------------------
(***************************************************************************)
(* Bounds that are tighter than the promised ones by one. That TLC refutes *)
(* them shows that the promised ones are exact.                            *)
(***************************************************************************)
EXTENDS CursorRingPromises

LessThanCapacityAhead == Ahead < Capacity
LessThanAllButOneStored == put - taken < Capacity - 1
==============================================================================

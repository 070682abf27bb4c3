--------------------------- MODULE CursorRingAsAny ---------------------------
(***************************************************************************)
(* CursorRing is one of the rings that AnyRing allows, in both profiles:   *)
(* what its words and steps are in AnyRing's terms.  How many slots a side *)
(* has seen is told by its two cursors, because it never acts on one that  *)
(* is older than a lap.                                                    *)
(***************************************************************************)
EXTENDS CursorRingPromises

Filled ==
  IF pStep = "PPublish" \/ (pStep = "PCountProduced" /\ Profile = "reference") THEN {put + 1} ELSE {}
Hand == IF cStep = "CPublish" THEN {taken + 1} ELSE {}

AsAny ==
  INSTANCE AnyRing WITH
    Limit <- Capacity - 1,
    Waits <- TRUE,
    write <- put,
    closed <- IsFlagged(write),
    read <- taken,
    cancelled <- IsFlagged(read),
    filled <- Filled,
    seenRead <- put - Distance(Cursor(pRead), Cursor(write)),
    seenCancelled <- IsFlagged(pRead),
    pAsleep <- pStep = "PAsleep",
    pOwes <- ProducerWillNotify,
    hand <- [k \in Hand |-> cElement],
    seenWrite <- taken + Distance(Cursor(read), Cursor(cWrite)),
    seenClosed <- IsFlagged(cWrite),
    cAsleep <- cStep = "CAsleep",
    cOwes <- ConsumerWillNotify

RefinesAnyRing == AsAny!Spec

THEOREM CursorRingAsAnyIsAnyRing == Spec => RefinesAnyRing
==============================================================================

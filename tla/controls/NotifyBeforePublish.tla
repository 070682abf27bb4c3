------------------------- MODULE NotifyBeforePublish -------------------------
(***************************************************************************)
(* The producer notifies before it publishes. The consumer wakes, finds    *)
(* nothing, sleeps again, and nobody tells it of the element.              *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPutOrder ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PNotify",
   PNotify |-> "PPublish", PPublish |-> "PLoadWrite"]
==============================================================================

----------------------------- MODULE NotAnyRing ------------------------------
(***************************************************************************)
(* Mistakes of our ring, as AnyRing sees them: the order of the steps, and *)
(* a slot too many.                                                        *)
(***************************************************************************)
EXTENDS CursorRingAsAny

PublishFirst ==
  [PLoadRead |-> "PCountProduced", PCountProduced |-> "PPublish", PPublish |-> "PWriteSlot",
   PWriteSlot |-> "PNotify", PNotify |-> "PLoadWrite"]

FreeFirst ==
  [CLoadRead |-> "CPublish", CPublish |-> "CReadSlot", CReadSlot |-> "CCountConsumed",
   CCountConsumed |-> "CNotify", CNotify |-> "CLoadWrite"]

AnythingIsStill(word, expected) == TRUE
==============================================================================

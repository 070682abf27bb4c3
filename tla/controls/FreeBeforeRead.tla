--------------------------- MODULE FreeBeforeRead ----------------------------
(***************************************************************************)
(* The consumer frees the slot before it has read it. The element that it  *)
(* takes by freeing is then not yet in its hands: it is whatever it read   *)
(* before. (No slot is overwritten while it is read: the slot just freed   *)
(* is the one that the producer leaves empty. FreeAllBeforeRead shows what *)
(* happens without that luck.)                                             *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantTakeOrder ==
  [CLoadRead |-> "CPublish", CPublish |-> "CReadSlot", CReadSlot |-> "CCountConsumed",
   CCountConsumed |-> "CNotify", CNotify |-> "CLoadWrite"]
==============================================================================

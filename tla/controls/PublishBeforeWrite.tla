------------------------- MODULE PublishBeforeWrite --------------------------
(***************************************************************************)
(* The producer publishes its cursor before it has written the slot. The   *)
(* consumer may read the slot while it is being written.                   *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPutOrder ==
  [PLoadRead |-> "PCountProduced", PCountProduced |-> "PPublish", PPublish |-> "PWriteSlot",
   PWriteSlot |-> "PNotify", PNotify |-> "PLoadWrite"]
==============================================================================

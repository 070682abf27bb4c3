-------------------------- MODULE CountAfterPublish --------------------------
(***************************************************************************)
(* PRODUCED is counted after publishing, as in the seed. The consumer may  *)
(* have counted the element before the producer has.                       *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPutOrder ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PPublish", PPublish |-> "PCountProduced",
   PCountProduced |-> "PNotify", PNotify |-> "PLoadWrite"]
==============================================================================

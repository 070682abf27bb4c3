---------------------------- MODULE NeverPublish -----------------------------
(***************************************************************************)
(* The producer offers one element after the other and publishes none: if  *)
(* it stops, more than one is lost.                                        *)
(***************************************************************************)
EXTENDS StoppedSide

MutantPutOrder ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PNotify",
   PPublish |-> "PNotify", PNotify |-> "PLoadWrite"]
==============================================================================

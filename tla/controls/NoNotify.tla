------------------------------ MODULE NoNotify -------------------------------
(***************************************************************************)
(* The producer does not notify after publishing. A consumer that sleeps   *)
(* goes on sleeping.                                                       *)
(***************************************************************************)
EXTENDS CursorRingPromises

MutantPutOrder ==
  [PLoadRead |-> "PWriteSlot", PWriteSlot |-> "PCountProduced", PCountProduced |-> "PPublish",
   PPublish |-> "PLoadWrite", PNotify |-> "PLoadWrite"]
==============================================================================

---------------------------- MODULE WrongRanking -----------------------------
(***************************************************************************)
(* Not a mistake of the ring but of its proof: a rank that takes it that   *)
(* what the consumer has loaded is never stale. A consumer that has seen   *)
(* the ring empty is not three steps from its element.                     *)
(***************************************************************************)
EXTENDS CursorRingLiveness

ForgetsStale ==
  CASE cStep = "CPublish" -> 1
    [] cStep = "CReadSlot" -> 2
    [] cStep \in {"CCancel", "CLoadRead"} -> 3
    [] cStep = "CLoadWrite" -> 4
    [] cStep \in {"CNotify", "CWait"} -> 5
    [] cStep = "CAsleep" -> IF pStep = "PNotify" THEN 5 ELSE 6
    [] OTHER -> 6
==============================================================================

------------------------- MODULE WrongStreamRanking --------------------------
(***************************************************************************)
(* Not a mistake of the stream but of its proof: a rank that takes it that *)
(* each poll finds something. One that finds nothing has still to ask.     *)
(***************************************************************************)
EXTENDS SabStreamLiveness

EachPollFinds ==
  IF cStep \in {"Push", "PushEnd"} THEN 1
  ELSE IF cStep = "Poll" THEN 2
  ELSE IF cStep \in {"Ask", "Wait", "Asleep"} THEN 3
  ELSE 0
==============================================================================

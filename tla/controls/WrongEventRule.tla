--------------------------- MODULE WrongEventRule ----------------------------
(***************************************************************************)
(* Two rules that are not enough.  An event that need not make the rank    *)
(* smaller happens again and again, and nothing comes of it.  And if       *)
(* nobody counts how long the stream is busy, it is busy for ever.         *)
(***************************************************************************)
EXTENDS EventRule

EventsGainNothing(isGood, isPending, value, second, isTurn, can, event, one, other) ==
  isPending /\ ~isGood =>
    \/ isGood'
    \/ isPending' /\ value' < value
    \/ /\ isPending' /\ value' = value
       /\ \/ can
          \/ second' < second
          \/ second' = second /\ (isTurn' <=> isTurn) /\ ~(IF isTurn THEN one ELSE other)

BusyForEver(isGood, isPending, value, second, isTurn, can, event, one, other) ==
  isPending /\ ~isGood =>
    \/ isGood'
    \/ isPending' /\ value' < value
    \/ isPending' /\ value' = value /\ ~event
==============================================================================

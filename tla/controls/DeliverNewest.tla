---------------------------- MODULE DeliverNewest ----------------------------
(***************************************************************************)
(* The element that was pushed last is delivered first.                    *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantHandOut ==
  /\ cStep = "Idle" /\ buffer # <<>>
  /\ last' = buffer[Len(buffer)]
  /\ buffer' = SubSeq(buffer, 1, Len(buffer) - 1)
  /\ delivered' = delivered + 1
  /\ UNCHANGED <<ring, telling, cStep, seen, held, reads, eof>>
  /\ UNCHANGED <<flowing, pauses, ends, errors, gone, destroyed, failed>>
==============================================================================

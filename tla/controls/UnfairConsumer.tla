--------------------------- MODULE UnfairConsumer ----------------------------
(***************************************************************************)
(* Not a mistake but a missing assumption: nothing says that the consumer  *)
(* goes on. Then nothing says that anything is taken.                      *)
(***************************************************************************)
EXTENDS CursorRingPromises

UnfairSpec == Spec /\ WF_vars(Producer)
==============================================================================

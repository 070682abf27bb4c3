---------------------------- MODULE PausedForEver ----------------------------
(***************************************************************************)
(* Not a mistake but a missing assumption: nothing says that a user who    *)
(* has paused the stream resumes it. Then nothing says that anything       *)
(* arrives.                                                                *)
(***************************************************************************)
EXTENDS SabStreamPromises

PausedSpec ==
  /\ Spec
  /\ WF_vars(PNotify) /\ WF_vars(StreamByItself)
  /\ SF_vars(Deliver) /\ SF_vars(EmitEnd)
==============================================================================

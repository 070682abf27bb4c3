-------------------------------- MODULE Sweep --------------------------------
(***************************************************************************)
(* Many questions in one run of TLC.  A model that sweeps chooses its case *)
(* in Init, in a variable that never changes: an assignment of modes, say. *)
(* It is run with -continue and one worker, and uses the four definitions  *)
(* below.  Then a case in which something bad can happen is reported once, *)
(* with one of its shortest behaviours, and is not explored any further;   *)
(* and a case that is not reported when TLC comes to its end has been      *)
(* explored completely, and nothing bad can happen in it.                  *)
(*                                                                         *)
(* TLC's register 1 holds the cases reported.  That is a side effect of    *)
(* evaluating an invariant: the one use of it in this repository.          *)
(***************************************************************************)
LOCAL INSTANCE TLC

\* In an ASSUME.
SweepIsReady == TLCSet(1, {})

\* In Init, last: TLC prints the case, so that none can be missing unnoticed.
Begins(case) == PrintT([case |-> case])

\* In the invariant: it is violated when the case is not good for the first time.
Reports(case, isGood) ==
  \/ isGood
  \/ case \in TLCGet(1)
  \/ TLCSet(1, TLCGet(1) \cup {case}) /\ FALSE

\* In the CONSTRAINT.
IsOpen(case) == case \notin TLCGet(1)
==============================================================================

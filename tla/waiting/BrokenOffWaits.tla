--------------------------- MODULE BrokenOffWaits ----------------------------
(***************************************************************************)
(* A wait may end without a notification: its time is up, its thread is    *)
(* interrupted, or it wakes for no reason at all.  For the ring these are  *)
(* one and the same step, PWake or CWake, and it may come at any moment;   *)
(* what differs is only whether the call tries again or returns, and both  *)
(* go on from the first step of a call.  What must hold is that such an    *)
(* ending takes nothing and leaves nothing half done:                      *)
(*                                                                         *)
(*   WakingChangesNothing  who wakes, for whatever reason, has got nothing *)
(*                         yet: it looks again from the start;             *)
(*   NothingHalfDone       up to there the call has left nothing behind    *)
(*                         but the count of its wait;                      *)
(*   the forgetful wakes   nor does the next call need anything that this  *)
(*                         one knew: it may forget all of it, or remember  *)
(*                         it wrongly, and every promise still holds.      *)
(***************************************************************************)
EXTENDS CursorRingPromises

WakingChangesNothing ==
  [][ /\ pStep = "PAsleep" /\ pStep' # "PAsleep" =>
           /\ pStep' = "PLoadWrite"
           /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>
      /\ cStep = "CAsleep" /\ cStep' # "CAsleep" =>
           /\ cStep' = "CLoadWrite"
           /\ UNCHANGED <<memory, pWrite, pRead, pElement, cWrite, cRead, cElement, ghosts>>
    ]_vars

\* Where a call stands until it knows that it can go on, and where it goes if it cannot.
PBefore == {"PLoadWrite", "PLoadRead", "PCountWait", "PWait", "PAsleep"}
CBefore == {"CLoadWrite", "CLoadRead", "CCountWait", "CWait", "CAsleep"}

NothingHalfDone ==
  [][ /\ pStep \in PBefore /\ pStep' # pStep =>
           UNCHANGED <<write, read, produced, consumed, consumerWaits, slot,
                       pElement, cWrite, cRead, cElement, ghosts>>
      /\ cStep \in CBefore /\ cStep' # cStep =>
           UNCHANGED <<write, read, produced, consumed, producerWaits, slot,
                       pWrite, pRead, pElement, cElement, put, taken, received>>
    ]_vars

------------------------------------------------------------------------------
\* Models replace PWake and CWake by these: what the side knew is now some nonsense.

ForgetfulPWake ==
  /\ pStep = "PAsleep"
  /\ pStep' = "PLoadWrite"
  /\ \E nonsense \in CursorWords : pWrite' = nonsense /\ pRead' = nonsense
  /\ UNCHANGED <<memory, pElement, consumer, ghosts>>

ForgetfulCWake ==
  /\ cStep = "CAsleep"
  /\ cStep' = "CLoadWrite"
  /\ \E nonsense \in CursorWords : cWrite' = nonsense /\ cRead' = nonsense
  /\ cElement' = 0
  /\ UNCHANGED <<memory, producer, ghosts>>
==============================================================================

------------------------- MODULE WaiterListPromises --------------------------
(***************************************************************************)
(* What a waiter list promises, whatever Count is, and what the ring needs *)
(* of it: if several wait on a word, for the consumer may not be alone     *)
(* there, then every change must be told to ALL.  If only one is told it   *)
(* may be the wrong one, and the consumer sleeps over an element.          *)
(***************************************************************************)
EXTENDS WaiterList

StateOK ==
  /\ word \in 0..Changes
  /\ list \in Seq(Waiters) /\ Len(list) <= Cardinality(Waiters) /\ told \subseteq Waiters
  /\ next["P"] \in {"Change", "Notify"}
  /\ \A w \in Waiters : next[w] \in {"Look", "Wait", "Sleep", "Leave"}
  /\ seen \in [Waiters -> 0..Changes]
  /\ notified \in Nat /\ answered \in Nat

\* Who sleeps is in the list, once, or has been told; nobody is both, and nobody else is either.
EverySleeperIsListedOrTold ==
  /\ Listed \intersect told = {}
  /\ Listed \union told = {w \in Waiters : next[w] \in {"Sleep", "Leave"}}
  /\ Cardinality(Listed) = Len(list)

\* A notification tells those who sleep when it comes, the one that has slept longest first.
OldestFirst ==
  [][ /\ told' \ told \subseteq Listed
      /\ \A i, j \in DOMAIN list : i < j /\ list[j] \in told' => list[i] \in told' ]_vars

\* Nobody is told who was not asleep yet: no notification is kept for later.
NotRemembered == [][\A w \in Waiters : next[w] = "Wait" => w \notin told']_vars

\* For each waiter that was told a call says so: who gives up does not swallow what it was told.
NoneSwallowed == notified = answered + Cardinality(told)

\* With ALL: who sleeps has nothing to wake for, or will be told.
NoLostWakeup == \A w \in Listed : seen[w] = word \/ next["P"] = "Notify"

\* With ALL under FairSpec, with any Count, even 0, under TimedSpec.
AllSeeTheLastChange == <>[](\A w \in Waiters : seen[w] = Changes)
==============================================================================

----------------------------- MODULE WaiterList ------------------------------
(***************************************************************************)
(* The waiter list of one word, as ECMAScript has it for Atomics.wait and  *)
(* Atomics.notify and as org.sabring.memory.WaiterLists has it in Java.    *)
(* Under the list's lock, so in one step each,                             *)
(*                                                                         *)
(*   wait    compares the word with what the waiter has seen of it; if it  *)
(*           still is that, the waiter goes to the end of the list;        *)
(*   notify  takes waiters off the front of the list, no more than it is   *)
(*           asked for, and tells them.  If there is nobody, it does       *)
(*           nothing, and nothing of it is remembered;                     *)
(*   leave   is for a waiter whose time is up or whose thread is           *)
(*           interrupted: if it still is in the list it goes away; if it   *)
(*           is not it has been told, and its call says so.                *)
(*                                                                         *)
(* P, the producer, changes the word and notifies after each change, as    *)
(* PPublish and PNotify do.  The others wait for it to change: C, the      *)
(* consumer, and whoever else watches that word.                           *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Waiters,       \* who waits
  Changes,       \* how often the word changes
  Count          \* how many a notification wakes at most; the ring says ALL

ASSUME ProducerDoesNotWait == "P" \notin Waiters

VARIABLES
  word,          \* what they wait for: it counts its changes
  list,          \* who waits, the one that has waited longest first
  told,          \* who has been notified and does not know it yet
  next,          \* what each thread does next; "Sleep": it waits, until it is told or gives up
  seen,          \* of each waiter: the word when it last looked
  \* For the promises: no action looks at these.
  notified,      \* how many waiters all notifications together have told
  answered       \* how many calls have returned saying that they were told

vars == <<word, list, told, next, seen, notified, answered>>

Init ==
  /\ word = 0 /\ list = <<>> /\ told = {}
  /\ next = [t \in Waiters \union {"P"} |-> IF t = "P" THEN "Change" ELSE "Look"]
  /\ seen = [w \in Waiters |-> 0]
  /\ notified = 0 /\ answered = 0

Listed == {list[i] : i \in DOMAIN list}
Least(m, n) == IF m < n THEN m ELSE n
Goes(t, from, to) == next[t] = from /\ next' = [next EXCEPT ![t] = to]

------------------------------------------------------------------------------

Change ==
  /\ Goes("P", "Change", "Notify")
  /\ word < Changes /\ word' = word + 1
  /\ UNCHANGED <<list, told, seen, notified, answered>>

Notify ==
  /\ Goes("P", "Notify", "Change")
  /\ LET n == Least(Count, Len(list))
     IN  /\ told' = told \union {list[i] : i \in 1..n}
         /\ list' = SubSeq(list, n + 1, Len(list))
         /\ notified' = notified + n
  /\ UNCHANGED <<word, seen, answered>>

Look(w) ==
  /\ Goes(w, "Look", "Wait")
  /\ seen' = [seen EXCEPT ![w] = word]
  /\ UNCHANGED <<word, list, told, notified, answered>>

Wait(w) ==
  /\ IF seen[w] = word
     THEN Goes(w, "Wait", "Sleep") /\ list' = Append(list, w)
     ELSE Goes(w, "Wait", "Look") /\ list' = list
  /\ UNCHANGED <<word, told, seen, notified, answered>>

\* It finds that it has been told.
Wake(w) ==
  /\ w \in told /\ Goes(w, "Sleep", "Look")
  /\ told' = told \ {w}
  /\ answered' = answered + 1
  /\ UNCHANGED <<word, list, seen, notified>>

\* Its time is up, or it is interrupted.  Until it has the lock it may still be told.
GiveUp(w) ==
  /\ Goes(w, "Sleep", "Leave")
  /\ UNCHANGED <<word, list, told, seen, notified, answered>>

Leave(w) ==
  /\ Goes(w, "Leave", "Look")
  /\ list' = SelectSeq(list, LAMBDA other : other # w)
  /\ told' = told \ {w}
  /\ answered' = answered + IF w \in told THEN 1 ELSE 0
  /\ UNCHANGED <<word, seen, notified>>

Producer == Change \/ Notify
Waiter(w) == Look(w) \/ Wait(w) \/ Wake(w) \/ Leave(w)
Next == Producer \/ \E w \in Waiters : Waiter(w) \/ GiveUp(w)

Spec == Init /\ [][Next]_vars

\* All go on, but nobody need give up.
FairSpec == Spec /\ WF_vars(Producer) /\ \A w \in Waiters : WF_vars(Waiter(w))

\* Every wait is timed.
TimedSpec == FairSpec /\ \A w \in Waiters : WF_vars(GiveUp(w))
==============================================================================

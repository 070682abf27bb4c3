------------------------------ MODULE WatchModes -----------------------------
(***************************************************************************)
(* The questions about who watches the counters.                           *)
(***************************************************************************)
EXTENDS WatchedRing

Pair(stores, loads) ==
  [PCountProduced: stores, CCountConsumed: stores, WatchProduced: loads, WatchConsumed: loads]

Times(set, more) == {one @@ other : one \in set, other \in more}

\* Counting and watching as cheap as the Java ring has it: which bound does who see, in which order?
\* To a side the order is the same: its own counter stands still.
Watchers ==
  Times(Pair({"opaque"}, {"opaque"}),
        [by: {"W"}, first: {"PRODUCED", "CONSUMED"}, bound: {"lower", "upper"}]
          \union [by: {"P", "C"}, first: {"PRODUCED"}, bound: {"lower", "upper"}])

\* Each bound in the order of loading in which it holds under "sc", and what modes it takes.
Lower == [by: {"W"}, first: {"CONSUMED"}, bound: {"lower"}]
Upper == [by: {"W"}, first: {"PRODUCED"}, bound: {"upper"}]

LowerModes == Times(Pair({"opaque", "release"}, {"opaque", "acquire"}), Lower)
UpperModes == Times(Pair({"opaque", "release"}, {"opaque", "acquire"}), Upper)

\* Of these the three that tell the rest, as stronger modes only take behaviours away: with the
\* counter that is loaded first ordered and nothing else, and with everything ordered but one access
\* to that counter.
AllOrdered ==
  [PCountProduced |-> "release", CCountConsumed |-> "release",
   WatchProduced |-> "acquire", WatchConsumed |-> "acquire"]
OpaqueAt(steps) == [step \in DOMAIN AllOrdered |-> IF step \in steps THEN "opaque" ELSE AllOrdered[step]]

FewLowerModes ==
  Times({OpaqueAt({"PCountProduced", "WatchProduced"}),
         OpaqueAt({"CCountConsumed"}), OpaqueAt({"WatchConsumed"})}, Lower)
FewUpperModes ==
  Times({OpaqueAt({"CCountConsumed", "WatchConsumed"}),
         OpaqueAt({"PCountProduced"}), OpaqueAt({"WatchProduced"})}, Upper)

\* Everything opaque but one access, or none, that is plain: does anything race? No bound is asked for.
AllOpaque == OpaqueAt(DOMAIN AllOrdered)
PlainModes ==
  Times({AllOpaque} \union {[AllOpaque EXCEPT ![step] = "plain"] : step \in DOMAIN AllOpaque},
        [by: {"W"}, first: {"CONSUMED"}, bound: {"none"}])
==============================================================================

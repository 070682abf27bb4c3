----------------------------- MODULE LitmusTests -----------------------------
(***************************************************************************)
(* Litmus programs: a few stores and loads whose outcome tells one memory  *)
(* from another.  Each asks whether its weak outcome, one that no order of *)
(* the accesses explains, can come about.  Names and programs are those of *)
(* the literature: Sewell and others, "x86-TSO" (CACM 2010); Maranget,     *)
(* Sarkar, Sewell, "A tutorial introduction to the ARM and POWER relaxed   *)
(* memory models" (2012).  All locations are 0 at first.                   *)
(*                                                                         *)
(* A form says with which modes the accesses are made, and what stands in  *)
(* the gap between a thread's first access and its second.                 *)
(***************************************************************************)
EXTENDS Integers, TLC

LOCAL W(where, what) == [op |-> "store", loc |-> where, value |-> what, mode |-> "form"]
LOCAL R(into, where) == [op |-> "load", loc |-> where, register |-> into, mode |-> "form"]
LOCAL Plain(access) == [access EXCEPT !.mode = "plain"]
LOCAL Volatile(access) == [access EXCEPT !.mode = "volatile"]
LOCAL Gap == [op |-> "gap"]

\* The thread goes on only if the register holds a 1.
LOCAL If(name) == [op |-> "if", register |-> name]

------------------------------------------------------------------------------
\* Forms: mode of the stores, mode of the loads, and what stands in the gap.

LOCAL Form(store, load, gap) == [store |-> store, load |-> load, gap |-> gap]

Forms ==
  "opaque" :> Form("opaque", "opaque", "nothing") @@
  "release" :> Form("release", "opaque", "nothing") @@
  "acquire" :> Form("opaque", "acquire", "nothing") @@
  "release/acquire" :> Form("release", "acquire", "nothing") @@
  "volatile" :> Form("volatile", "volatile", "nothing") @@
  "light fences" :> Form("opaque", "opaque", "acquire and release fence") @@
  "full fences" :> Form("opaque", "opaque", "full fence") @@
  "one lock" :> Form("opaque", "opaque", "one lock") @@
  "own locks" :> Form("opaque", "opaque", "own lock")

LOCAL Whole ==
  {"opaque", "release/acquire", "light fences", "full fences", "volatile", "one lock", "own locks"}

------------------------------------------------------------------------------
\* Programs: what the threads do, the weak outcome, and the forms that it is asked of.

LOCAL Test(threads, registers, finals, forms) ==
  [threads |-> threads, registers |-> registers, finals |-> finals, forms |-> forms,
   memories |-> {"sc", "tso", "ra"}, asks |-> "outcome"]
LOCAL Two(p, c) == "P" :> p @@ "C" :> c
LOCAL Four(p, c, third, fourth) == Two(p, c) @@ "3" :> third @@ "4" :> fourth
LOCAL Nothing == [r \in {} |-> 0]

\* Store buffering: both miss the other's store.
LOCAL SB == Test(
  Two(<<W("x", 1), Gap, R("r1", "y")>>,
      <<W("y", 1), Gap, R("r2", "x")>>),
  [r1 |-> 0, r2 |-> 0], Nothing, Whole)

\* Message passing: the flag y arrives before the message x.
LOCAL MP == Test(
  Two(<<W("x", 1), Gap, W("y", 1)>>,
      <<R("r1", "y"), Gap, R("r2", "x")>>),
  [r1 |-> 1, r2 |-> 0], Nothing, DOMAIN Forms)

\* Load buffering: both see a store that comes after a load of the other's store.
LOCAL LB == Test(
  Two(<<R("r1", "x"), Gap, W("y", 1)>>,
      <<R("r2", "y"), Gap, W("x", 1)>>),
  [r1 |-> 1, r2 |-> 1], Nothing, Whole)

\* Write-to-read causality: a message is passed on.
LOCAL WRC == Test(
  Two(<<W("x", 1)>>,
      <<R("r1", "x"), Gap, W("y", 1)>>) @@
  "3" :> <<R("r2", "y"), Gap, R("r3", "x")>>,
  [r1 |-> 1, r2 |-> 1, r3 |-> 0], Nothing, Whole)

\* Independent reads of independent writes: two see two stores in opposite orders.
LOCAL IRIW == Test(
  Four(<<W("x", 1)>>,
       <<W("y", 1)>>,
       <<R("r1", "x"), Gap, R("r2", "y")>>,
       <<R("r3", "y"), Gap, R("r4", "x")>>),
  [r1 |-> 1, r2 |-> 0, r3 |-> 1, r4 |-> 0], Nothing, Whole)

\* Each location keeps the store that its thread made first.
LOCAL TwoPlusTwoW == Test(
  Two(<<W("x", 1), Gap, W("y", 2)>>,
      <<W("y", 1), Gap, W("x", 2)>>),
  Nothing, [x |-> 1, y |-> 1], Whole)

\* Coherence of two reads, of two writes, of a write and a read, of a read and a write; and a
\* thread that misses its own store.
LOCAL CoRR == Test(
  Two(<<W("x", 1)>>, <<R("r1", "x"), R("r2", "x")>>),
  [r1 |-> 1, r2 |-> 0], Nothing, {"opaque"})
LOCAL CoWW == Test(
  Two(<<W("x", 1), W("x", 2)>>, <<R("r1", "x"), R("r2", "x")>>),
  [r1 |-> 2, r2 |-> 1], Nothing, {"opaque"})
LOCAL CoWR == Test(
  Two(<<W("x", 1), R("r1", "x")>>, <<W("x", 2)>>),
  [r1 |-> 2], [x |-> 1], {"opaque"})
LOCAL CoRW == Test(
  Two(<<R("r1", "x"), W("x", 1)>>, <<W("x", 2)>>),
  [r1 |-> 2], [x |-> 2], {"opaque"})
LOCAL Own == Test(
  Two(<<W("x", 1), R("r1", "x")>>, <<>>),
  [r1 |-> 0], Nothing, {"opaque"})

------------------------------------------------------------------------------
\* Programs that mix volatile accesses with others.

\* The load of x is the only volatile access of its thread; nothing orders it after that of y.
LOCAL MPMixed == Test(
  Two(<<Volatile(W("x", 1)), W("y", 1)>>,
      <<R("r1", "y"), Volatile(R("r2", "x"))>>),
  [r1 |-> 1, r2 |-> 0], Nothing, {"opaque"})

\* One side of SB is fenced and the other volatile.
LOCAL SBMixed == Test(
  Two(<<W("x", 1), Gap, R("r1", "y")>>,
      <<Volatile(W("y", 1)), Volatile(R("r2", "x"))>>),
  [r1 |-> 0, r2 |-> 0], Nothing, {"opaque", "full fences"})

\* RC11 and ARM allow it: C's push may come first in the order of pushes. Here it is last in time.
LOCAL PushMixed == Test(
  Two(<<Volatile(W("x", 1)), Volatile(R("r3", "x")), W("y", 1)>>,
      <<Volatile(W("z", 1)), R("r1", "y"), Volatile(R("r2", "x"))>>),
  [r1 |-> 1, r2 |-> 0], Nothing, {"opaque"})

------------------------------------------------------------------------------
\* Programs in which x is plain: can its accesses race?

LOCAL Race(p, c) ==
  [Test(Two(p, c), Nothing, Nothing, DOMAIN Forms)
     EXCEPT !.memories = {"ra"}, !.asks = "race"]

\* What one hands over to be read, as PPublish hands over a slot.
LOCAL Publish == Race(
  <<Plain(W("x", 1)), Gap, W("y", 1)>>,
  <<R("r1", "y"), If("r1"), Gap, Plain(R("r2", "x"))>>)

\* What one hands back to be written again, as CPublish does.
LOCAL Reuse == Race(
  <<R("r1", "y"), If("r1"), Gap, Plain(W("x", 1))>>,
  <<Plain(R("r2", "x")), Gap, W("y", 1)>>)

------------------------------------------------------------------------------

Tests ==
  "SB" :> SB @@ "MP" :> MP @@ "LB" :> LB @@ "WRC" :> WRC @@ "IRIW" :> IRIW @@
  "2+2W" :> TwoPlusTwoW @@ "CoRR" :> CoRR @@ "CoWW" :> CoWW @@ "CoWR" :> CoWR @@ "CoRW" :> CoRW @@
  "own" :> Own @@
  "MP mixed" :> MPMixed @@ "SB mixed" :> SBMixed @@ "push" :> PushMixed @@
  "publish" :> Publish @@ "reuse" :> Reuse

Cases ==
  UNION {[test : {name}, form : Tests[name].forms, memory : Tests[name].memories] :
           name \in DOMAIN Tests}

Locations == {"x", "y", "z"}
Registers == {"r1", "r2", "r3", "r4"}
==============================================================================

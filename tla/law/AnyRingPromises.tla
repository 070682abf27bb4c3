--------------------------- MODULE AnyRingPromises ---------------------------
(***************************************************************************)
(* What every ring promises whose steps are steps of AnyRing.              *)
(*                                                                         *)
(* A cursor may move over several slots, and BoundedFifo puts and takes    *)
(* one element at a time.  So after such a move the elements are counted   *)
(* one by one, before anybody takes another step: variables that no step   *)
(* of the ring looks at, and steps in which nothing happens.               *)
(***************************************************************************)
EXTENDS AnyRing, Sequences

VARIABLES
  put,           \* elements handed over, counted
  received,      \* the element taken last
  out            \* elements given back and not yet counted

allVars == <<vars, put, received, out>>

Settled == put = write /\ out = <<>>
InHand(k) == IF k \in DOMAIN hand THEN hand[k] ELSE 0

\* What a step gives back is remembered in order.
Remembered ==
  /\ out' = IF read' = read THEN out ELSE [i \in 1..read' - read |-> InHand(read + i)]
  /\ UNCHANGED <<put, received>>

PStep == Settled /\ (Producer \/ PWake) /\ Remembered
CStep == Settled /\ (Consumer \/ CWake) /\ Remembered

CountPut ==
  /\ put < write
  /\ put' = put + 1
  /\ UNCHANGED <<vars, received, out>>

CountTaken ==
  /\ out # <<>>
  /\ received' = Head(out)
  /\ out' = Tail(out)
  /\ UNCHANGED <<vars, put>>

CountedSpec ==
  /\ Init /\ put = 0 /\ received = 0 /\ out = <<>>
  /\ [][PStep \/ CStep \/ CountPut \/ CountTaken]_allVars

------------------------------------------------------------------------------
\* Every word and every view holds what it may hold.
StateOK ==
  /\ write \in 0..Items /\ read \in 0..write
  /\ closed \in BOOLEAN /\ cancelled \in BOOLEAN /\ ended \in BOOLEAN
  /\ slot \in [0..Capacity - 1 -> 0..Items]
  /\ filled \subseteq 1..Items /\ DOMAIN hand \subseteq 1..Items
  /\ seenRead \in 0..read /\ seenWrite \in read..write
  /\ seenCancelled => cancelled
  /\ seenClosed => closed /\ seenWrite = write

\* RB101, RB102, RB103
Fifo == INSTANCE BoundedFifo WITH Bound <- Limit, taken <- read - Len(out)
RefinesBoundedFifo == Fifo!Spec

\* RB104
Bounded == write - read \in 0..Limit

\* RB201, RB202: a slot is written only when what lay there was given back, and read only when it
\* was handed over; so nobody writes what somebody reads.
NoDataRaces ==
  /\ \A k \in filled : k > write /\ k - Capacity <= read
  /\ \A k \in DOMAIN hand : k > read /\ k <= write

\* RB103: what is in the consumer's hand is what was put.
HandIsWhatWasPut == \A k \in DOMAIN hand : hand[k] = k

\* RB204: a cursor hands over exactly slots that its side has worked on.
CursorsMoveOverWork ==
  [][ /\ write' >= write /\ \A k \in write + 1..write' : k \in filled
      /\ read' >= read /\ \A k \in read + 1..read' : k \in DOMAIN hand ]_vars

\* RB301: if every move is followed by a notification, who sleeps has nothing to wake for, or its
\* notification is still on its way.
NoLostWakeup ==
  /\ pAsleep => cOwes \/ (write - read = Limit /\ ~cancelled)
  /\ cAsleep => pOwes \/ (write = read /\ ~closed)

\* RB304
NoDeadlock == ~(pAsleep /\ cAsleep)

\* RB501
EndOnlyAfterEverything == ended => closed /\ read = write

\* RB502
FlagsAreFinal ==
  [][ /\ closed => closed' /\ write' = write
      /\ cancelled => cancelled' /\ read' = read ]_vars

------------------------------------------------------------------------------
THEOREM AnyRingIsSafe == CountedSpec =>
  [](StateOK /\ Bounded /\ NoDataRaces /\ HandIsWhatWasPut /\ NoLostWakeup /\ NoDeadlock
     /\ EndOnlyAfterEverything)
THEOREM AnyRingSteps == CountedSpec => CursorsMoveOverWork /\ FlagsAreFinal
THEOREM AnyRingIsFifo == CountedSpec => RefinesBoundedFifo
==============================================================================

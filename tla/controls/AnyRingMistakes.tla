--------------------------- MODULE AnyRingMistakes ---------------------------
(***************************************************************************)
(* What a ring of any kind may not do, one thing at a time; each takes     *)
(* away one thing that AnyRing asks for.                                   *)
(***************************************************************************)
EXTENDS AnyRingPromises

\* One slot more than there was room for when the producer last looked.
OneTooMany(k) == k > write /\ k <= seenRead + Limit + 1

\* WRITE is moved over slots that are not written.
PublishUnwritten(n) == n <= Capacity

\* A slot is read that was not handed over.
ReadUnpublished(k) == k > read /\ k <= seenWrite + 1

\* READ is moved over slots that are not read.
FreeUnread(n) == read + n <= seenWrite

\* A side goes to sleep although the word has changed since it looked.
NotCompared == TRUE

\* A side goes to sleep before it has notified.
PSleepsOwing == seenRead + Limit = write /\ ~seenCancelled
CSleepsOwing == read = seenWrite /\ ~seenClosed

\* The end is told as soon as closing is seen.
EndAtOnce == seenClosed

\* Elements are handed over after closing, slots given back after cancelling.
StillOpen == TRUE
==============================================================================

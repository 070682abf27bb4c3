------------------------- MODULE BatchedRingMistakes -------------------------
(***************************************************************************)
(* What goes wrong with a batch.                                           *)
(***************************************************************************)
EXTENDS BatchedRing

\* WRITE is moved over one slot more than was written, READ over one more than was read.
PublishOneMore == pDone + 1
FreeOneMore == Len(batch) + 1

\* READ is moved over all that was seen, read or not.
FreeAllSeen == SeenStored

\* The slot that tells full from empty is filled as well.
RoomForAll == Capacity - Distance(pRead, write)
==============================================================================

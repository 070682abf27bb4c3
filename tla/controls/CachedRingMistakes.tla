-------------------------- MODULE CachedRingMistakes -------------------------
(***************************************************************************)
(* What goes wrong with a cached cursor.                                   *)
(***************************************************************************)
EXTENDS CachedRing

\* The old cursor is used although it says that the ring is full, or empty.
NeverSeemsFull == FALSE
NeverSeemsEmpty == FALSE

\* Full is taken for one slot more.
FullTooLate == Ahead(pRead, write) = Capacity + 1

\* A cursor jumps over one slot.
Jump(cursor) == (cursor + 2) % Modulus

PublishFirst == [PCheck |-> "PPublish", PPublish |-> "PWriteSlot", PWriteSlot |-> "PCheck"]
FreeFirst == [CCheck |-> "CPublish", CPublish |-> "CReadSlot", CReadSlot |-> "CCheck"]
==============================================================================

------------------------ MODULE WrongWritableRanking -------------------------
(***************************************************************************)
(* Not a mistake of the stream but of its proof: as long as the stream has *)
(* not asked it is said to be its turn. But it may be woken, offer and ask *)
(* again and again, and the ring is full all the time.                     *)
(***************************************************************************)
EXTENDS SabWritableLiveness

OnlyWhenAsked == asked
==============================================================================

---------------------------- MODULE CachedCursor -----------------------------
(***************************************************************************)
(* Each side keeps the peer's cursor as it last loaded it, and loads it    *)
(* again only when the kept one looks full or empty.  It is the same ring: *)
(* what a side knows is stale anyway, and stale knowledge errs on the safe *)
(* side for as long as it says that there is room, or an element.  The     *)
(* acquire that made the slot visible was in the load that is now kept.    *)
(*                                                                         *)
(* The price: a producer that has room learns late that the consumer has   *)
(* cancelled, after at most Capacity - 1 more elements.                    *)
(***************************************************************************)
EXTENDS WeakCursorRingPromises

KnowsRoom == ~IsFlagged(pRead) /\ ~Full(pWrite, pRead)

\* READ is the consumer's own word.
KnowsElement == ~Empty(cWrite, Latest(m, "READ"))

\* In place of PLoadRead and CLoadWrite. No access to memory.
PKeepRead ==
  /\ pStep = "PLoadRead" /\ KnowsRoom
  /\ pStep' = Onward(PutOrder.PLoadRead)
  /\ UNCHANGED <<m, modes, pWrite, pRead, pElement, consumer, ghosts>>

CKeepWrite ==
  /\ cStep = "CLoadWrite" /\ KnowsElement
  /\ cStep' = "CLoadRead"
  /\ UNCHANGED <<m, modes, producer, cWrite, cRead, cElement, ghosts>>

PReload == PLoadRead /\ ~KnowsRoom
CReload == CLoadWrite /\ ~KnowsElement

CachedNext ==
  \/ PKeepRead \/ PReload
  \/ PLoadWrite \/ PCountWait \/ PWait
  \/ PWriteSlot \/ PCountProduced \/ PPublish \/ PNotify \/ PClose
  \/ CKeepWrite \/ CReload
  \/ CLoadRead \/ CCountWait \/ CWait
  \/ CReadSlot \/ CPublish \/ CCountConsumed \/ CNotify \/ CCancel

CachedSpec == Init /\ [][CachedNext]_vars
==============================================================================

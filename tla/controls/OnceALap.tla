------------------------------ MODULE OnceALap -------------------------------
(***************************************************************************)
(* A side loads the peer's cursor once a lap and trusts the kept one for   *)
(* the rest of it, without looking whether it has come up to it.           *)
(***************************************************************************)
EXTENDS CachedCursor

MutantKnowsRoom == pWrite # 0
MutantKnowsElement == Latest(m, "READ") # 0

MutantCKeepWrite ==
  /\ cStep = "CLoadWrite" /\ KnowsElement
  /\ \E load \in Loads(m, "C", "READ", Mode("CLoadRead")) :
       m' = load.memory /\ cRead' = load.value
  /\ cStep' = Onward(TakeOrder.CLoadRead)
  /\ UNCHANGED <<modes, producer, cWrite, cElement, ghosts>>
==============================================================================

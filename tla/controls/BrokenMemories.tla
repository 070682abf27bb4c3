--------------------------- MODULE BrokenMemories ----------------------------
(***************************************************************************)
(* The memories with one mistake each: the litmus programs tell them from  *)
(* the right ones.  The mistake is part of the case.                       *)
(***************************************************************************)
EXTENDS Litmus

Right == INSTANCE SharedMemory WITH Memory <- case.memory, Threads <- DOMAIN Test.threads

Broken(mistake, memory, tests, forms) ==
  [mistake : {mistake}, memory : {memory}, test : tests, form : forms]

MutantCases == UNION {
  Broken("deaf acquire", "ra", {"MP", "WRC", "publish", "reuse"}, {"release/acquire"}),
  Broken("mute release", "ra", {"MP", "WRC", "publish", "reuse"}, {"release/acquire"}),
  Broken("no pushes", "ra", {"SB", "IRIW", "2+2W"}, {"volatile"}),
  Broken("light full fence", "ra", {"SB", "IRIW", "2+2W"}, {"full fences"}),
  Broken("idle fences", "ra", {"MP", "WRC", "publish", "reuse"}, {"light fences"}),
  Broken("lock without handing over", "ra", {"SB", "MP", "publish", "reuse"}, {"one lock"}),
  Broken("views that forget", "ra", {"CoRR", "CoWW", "own"}, {"opaque"}),
  Broken("loads that leave no mark", "ra", {"reuse"}, {"opaque", "release", "acquire"}),
  Broken("any store drains first", "tso", {"MP", "2+2W"}, {"opaque"}),
  Broken("own buffer not read", "tso", {"own"}, {"opaque"}),
  Broken("volatile store stays in the buffer", "tso", {"SB"}, {"volatile"}),
  Broken("full fence does not drain", "tso", {"SB"}, {"full fences"})}

\* The mode as the mistake has it.
Heard(mode) ==
  CASE case.mistake = "deaf acquire" /\ mode = "acquire" -> "opaque"
    [] case.mistake = "mute release" /\ mode = "release" -> "opaque"
    [] case.mistake = "no pushes" /\ mode = "volatile" -> "acquire"
    [] OTHER -> mode
Said(mode) ==
  CASE case.mistake = "mute release" /\ mode = "release" -> "opaque"
    [] case.mistake \in {"no pushes", "volatile store stays in the buffer"} /\ mode = "volatile" ->
         "release"
    [] OTHER -> mode

Unmarked(memory) ==
  LET Seen(s) == s
      Missing(k) == {access \in k : access[3] \notin {"plain load", "atomic load"}}
  IN Ordered!MapViews(memory, Seen, Missing)

MutantLoads(memory, t, loc, mode) ==
  CASE case.mistake = "views that forget" ->
         {[value |-> store.value, memory |-> memory] :
            store \in {memory.stores[loc][i] : i \in DOMAIN memory.stores[loc]}}
    [] case.mistake = "own buffer not read" -> {[value |-> memory.value[loc], memory |-> memory]}
    [] case.mistake = "loads that leave no mark" ->
         {[load EXCEPT !.memory = Unmarked(@)] : load \in Right!Loads(memory, t, loc, mode)}
    [] OTHER -> Right!Loads(memory, t, loc, Heard(mode))

\* With views that forget nothing may be dropped: it might still be read.
MutantStores(memory, t, loc, value, mode) ==
  IF case.mistake = "views that forget"
  THEN {[memory EXCEPT !.stores[loc] = Append(@, [value |-> value, view |-> memory.current[t]])]}
  ELSE Right!Stores(memory, t, loc, value, Said(mode))

MutantFences(memory, t, kind) ==
  CASE case.mistake \in {"idle fences", "full fence does not drain"} -> {memory}
    [] case.mistake = "light full fence" /\ kind = "full" ->
         UNION {Right!Fences(n, t, "release") : n \in Right!Fences(memory, t, "acquire")}
    [] OTHER -> Right!Fences(memory, t, kind)

MutantLocked(memory, t, lock) ==
  IF case.mistake = "lock without handing over" THEN memory ELSE Right!Locked(memory, t, lock)

\* Any store in a buffer reaches the memory next, not only the oldest.
MutantMoves(memory) ==
  LET Drained(t, i) ==
        LET store == memory.buffer[t][i]
            rest == SubSeq(memory.buffer[t], 1, i - 1)
                      \o SubSeq(memory.buffer[t], i + 1, Len(memory.buffer[t]))
        IN [value |-> [memory.value EXCEPT ![store.loc] = store.value],
            buffer |-> [memory.buffer EXCEPT ![t] = rest]]
  IN IF case.mistake # "any store drains first" THEN Right!Moves(memory)
     ELSE UNION {{Drained(t, i) : i \in DOMAIN memory.buffer[t]} : t \in DOMAIN memory.buffer}
==============================================================================

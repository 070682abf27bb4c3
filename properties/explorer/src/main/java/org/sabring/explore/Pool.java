package org.sabring.explore;

import java.util.HashMap;
import java.util.Map;
import org.sabring.explore.memory.Memory;

/** One object of equal ones: many states share a memory or a judge. */
final class Pool {

  private final Map<Memory, Memory> memories = new HashMap<>();
  private final Map<Locals, Locals> locals = new HashMap<>();
  private final Map<Judge, Judge> judges = new HashMap<>();

  Memory same(Memory memory) {
    Memory first = memories.putIfAbsent(memory, memory);
    return first == null ? memory : first;
  }

  Locals same(Locals one) {
    Locals first = locals.putIfAbsent(one, one);
    return first == null ? one : first;
  }

  Judge same(Judge judge) {
    Judge first = judges.putIfAbsent(judge, judge);
    return first == null ? judge : first;
  }
}

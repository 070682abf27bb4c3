package org.sabring.explore.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run has been: if the same activation of a method was at the head of a loop with the same
 * locals, and nothing was made since, then the call is where it was then.
 */
public final class Loops {

  private record Id(int id) {}

  private final Map<List<Object>, Integer> heads = new HashMap<>();
  private int activations;

  Loops() {}

  /** A number for one more activation of a method that has loops. */
  public int activation() {
    return activations++;
  }

  /** After how many accesses it was there before; null if it was not. */
  @Nullable Integer before(
      Execution execution, int activation, int head, @Nullable Object[] locals, int accesses) {
    List<Object> key = new ArrayList<>(locals.length + 4);
    key.add(activation);
    key.add(head);
    for (Object local : locals) {
      if (local != null && !isItself(local) && !execution.isFollowed(local)) {
        return null; // what it holds may have changed, and nobody would see it
      }
      key.add(local == null ? "null" : isItself(local) ? local : new Id(execution.idOf(local)));
    }
    key.add(execution.newborn().count());
    key.add(execution.clock().seen());
    return heads.putIfAbsent(key, accesses);
  }

  private static boolean isItself(Object local) {
    return local instanceof Number
        || local instanceof Boolean
        || local instanceof Character
        || local instanceof VarHandle;
  }
}

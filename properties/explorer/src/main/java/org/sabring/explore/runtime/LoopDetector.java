package org.sabring.explore.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A detector of repeated loop states: if the same activation of a method was at the head of a loop
 * with the same locals, and nothing was made since, then the call is where it was then.
 */
final class LoopDetector {

  private record Id(int id) {}

  private final Map<List<Object>, Integer> heads = new HashMap<>();
  private int activations;

  /** A number for one more activation of a method that has loops. */
  int activation() {
    return activations++;
  }

  /** The head of a loop; whether it goes round for ever, or stops since it was there before. */
  boolean isSpinning(
      Execution execution, int activation, int head, @Nullable Object[] locals, RunRecord record) {
    List<Object> key = key(execution, activation, head, locals);
    Integer before = key == null ? null : heads.putIfAbsent(key, record.count());
    if (before != null && before < record.count() && record.isAtEnd()) {
      throw record.isBackAt(before);
    }
    return before != null && before == record.count();
  }

  /** Where the code is; null if what a local variable holds may change, and nobody would see it. */
  private static @Nullable List<Object> key(
      Execution execution, int activation, int head, @Nullable Object[] locals) {
    Identities objects = execution.objects();
    List<Object> key = new ArrayList<>(locals.length + 4);
    key.add(activation);
    key.add(head);
    for (Object local : locals) {
      if (local == null) {
        key.add("null");
      } else if (isItself(local)) {
        key.add(local);
      } else if (objects.isFollowed(local)) {
        key.add(new Id(objects.idOf(local)));
      } else {
        return null;
      }
    }
    key.add(objects.count());
    key.add(execution.clock().seen());
    return key;
  }

  private static boolean isItself(Object local) {
    return local instanceof Number
        || local instanceof Boolean
        || local instanceof Character
        || local instanceof VarHandle;
  }
}

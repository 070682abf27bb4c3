package org.sabring.explore.hook;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.FieldInfo;

/**
 * Hooks for reads and writes of fields, static or not: the owner of a static one is of no meaning.
 */
public final class FieldAccess {

  private FieldAccess() {}

  private static FieldInfo field(Execution execution, int id) {
    return execution.heap().universe().field(id);
  }

  public static long get(@Nullable Object owner, int id) {
    Execution execution = Execution.current();
    FieldInfo field = field(execution, id);
    return execution.memory().load(field.mode(), execution.objects().locationOf(owner, field));
  }

  public static @Nullable Object getReference(@Nullable Object owner, int id) {
    return Execution.current().objects().objectOf(get(owner, id));
  }

  public static void put(@Nullable Object owner, long value, int id) {
    Execution execution = Execution.current();
    FieldInfo field = field(execution, id);
    execution.memory().store(field.mode(), execution.objects().locationOf(owner, field), value);
  }

  public static void putReference(@Nullable Object owner, @Nullable Object value, int id) {
    Execution execution = Execution.current();
    int location = execution.objects().locationOf(owner, field(execution, id));
    int number = execution.objects().idOf(value);
    execution.memory().store(field(execution, id).mode(), location, number);
    if (value != null && value.getClass().isArray()) {
      execution.heap().heldBy(location, number);
    }
  }
}

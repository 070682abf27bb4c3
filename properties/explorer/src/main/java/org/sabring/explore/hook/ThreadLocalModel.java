package org.sabring.explore.hook;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.ValueKind;

/**
 * A model of {@link ThreadLocal}: a location for each side. Rewritten code uses it in its place.
 */
@SuppressWarnings("unchecked") // what comes out was put in
public class ThreadLocalModel<T> {

  private static final int SET = 1 << 8;

  public ThreadLocalModel() {}

  /** One whose first value is supplied. */
  public static <S> ThreadLocalModel<S> withInitial(Supplier<? extends S> supplier) {
    return new ThreadLocalModel<>() {
      @Override
      protected @Nullable S initialValue() {
        return supplier.get();
      }
    };
  }

  protected @Nullable T initialValue() {
    return null;
  }

  private int location(Execution execution, int which, ValueKind kind) {
    return execution
        .objects()
        .locationOf(this, LocationTable.OF_SIDES + which + execution.side(), kind);
  }

  public @Nullable T get() {
    Execution execution = Execution.current();
    if (execution.memory().load(Mode.PLAIN, location(execution, SET, ValueKind.BOOLEAN)) == 0) {
      set(initialValue());
    }
    return (T)
        execution
            .objects()
            .objectOf(
                execution.memory().load(Mode.PLAIN, location(execution, 0, ValueKind.REFERENCE)));
  }

  public void set(@Nullable T value) {
    Execution execution = Execution.current();
    int number = execution.objects().idOf(value);
    execution.memory().store(Mode.PLAIN, location(execution, 0, ValueKind.REFERENCE), number);
    execution.memory().store(Mode.PLAIN, location(execution, SET, ValueKind.BOOLEAN), 1);
  }

  public void remove() {
    Execution execution = Execution.current();
    execution.memory().store(Mode.PLAIN, location(execution, SET, ValueKind.BOOLEAN), 0);
  }
}

package org.sabring.explore.assertions;

import java.io.Serializable;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/**
 * The entry to assertions about every schedule of some code, to be imported statically.
 *
 * <pre>{@code
 * assertThatSchedulesOf(() -> new MyRing<Integer>(2))
 *     .side("P", ring -> ring.offer(1), ring -> ring.offer(2))
 *     .side("C", MyRing::poll, MyRing::poll)
 *     .on(SC, TSO, RELEASE_ACQUIRE)
 *     .areLinearizable();
 * }</pre>
 *
 * <p>The lambdas are made again among rewritten classes, and so is the class that they are written
 * in: they may capture values (numbers, strings, enum constants, records, lists), and call static
 * methods, but not touch the test's own fields.
 */
public final class ScheduleAssertions {

  /** Sequentially consistent memory: one access after the other. */
  public static final MemoryModel SC = MemoryModel.SC;

  /** Total store order: what x86 processors do. */
  public static final MemoryModel TSO = MemoryModel.TSO;

  /** Release/acquire memory: what Java's access modes promise, and nothing more. */
  public static final MemoryModel RELEASE_ACQUIRE = MemoryModel.RA;

  private ScheduleAssertions() {}

  /** An assertion about an object that sides share; it is made before any of them begins. */
  public static <S> SchedulesAssert<S> assertThatSchedulesOf(Program.Source<S> object) {
    return new SchedulesAssert<>(object);
  }

  /** A call that answers nothing. */
  @FunctionalInterface
  public interface Action<T> extends Serializable {
    void run(T self) throws Exception;
  }

  /** A call that answers nothing, as one of a side's: {@code side("P", action(MyRing::close))}. */
  public static <T> Operation.Body<T> action(Action<T> action) {
    return new Silent<>(action);
  }

  /** A record crosses into the rewritten classes, with what it holds. */
  record Silent<T>(Action<T> action) implements Operation.Body<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object run(T self) throws Exception {
      action.run(self);
      return Operation.DONE;
    }
  }
}

package org.sabring.properties.explore;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a side does: a call on its object. Its code must be deterministic: what it does
 * depends on the object's fields and on what the memory answers, and on nothing else. It is run
 * many times, so it must not change anything but the object; and it must let errors through.
 *
 * @param call what is called, for people and for judges: its text is the name
 * @param code does it; what it returns is an immutable value, or null
 * @param again whether it is called once more, after that answer
 * @param bound how many steps it may take at most, whatever the other sides do; 0 if it may wait
 */
public record Operation<T>(Object call, Code<T> code, Predicate<Object> again, int bound) {

  /** The code of an operation. */
  @FunctionalInterface
  public interface Code<T> {
    @Nullable Object run(T self) throws InterruptedException;
  }

  /** An operation that is called once. */
  public static <T> Operation<T> of(Object call, Code<T> code) {
    return new Operation<>(call, code, answer -> false, 0);
  }

  /** The same, called again as long as its answer is such. */
  public Operation<T> repeatedWhile(Predicate<Object> answer) {
    return new Operation<>(call, code, answer, bound);
  }

  /** The same, and to take more steps than this is a violation: it is wait-free. */
  public Operation<T> within(int steps) {
    return new Operation<>(call, code, again, steps);
  }

  /** The answer of an operation that has none. */
  public static final String DONE = "done";

  /** The answer of an operation that was interrupted. */
  public static final String INTERRUPTED = "INTERRUPTED";

  /** The answer of an operation that threw. */
  public record Threw(String exception) {
    @Override
    public String toString() {
      return "throws " + exception;
    }
  }
}

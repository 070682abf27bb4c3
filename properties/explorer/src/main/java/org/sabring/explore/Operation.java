package org.sabring.explore;

import java.io.Serializable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.crossing.NamedCall;
import org.sabring.explore.monitor.MethodCall;

/**
 * An operation of a side: a call on its object. Its code must be deterministic: what it does
 * depends on what it shares with others, and on nothing else. It is run many times.
 *
 * @param call what is called, for people and for monitors: its text is the name
 * @param body does it; what it returns is a value, or null
 * @param again whether it is called once more, after that answer
 * @param bound how many steps it may take at most, whatever the other sides do; 0 if it may wait
 */
public record Operation<T>(Object call, Body<T> body, Predicate<Object> again, int bound) {

  /**
   * The code of an operation. A lambda in its place is made again among rewritten classes: it may
   * capture values alone.
   */
  @FunctionalInterface
  public interface Body<T> extends Serializable {
    @Nullable Object run(T self) throws Exception;
  }

  private static final Predicate<Object> ONCE = Operation::never;

  private static boolean never(Object answer) {
    return false;
  }

  /** An operation that is called once. */
  public static <T> Operation<T> of(Object call, Body<T> body) {
    return new Operation<>(call, body, ONCE, 0);
  }

  /** A call of a method that is named, on an object of a class that is named. */
  public static Operation<Object> named(ClassLoader classPath, MethodCall call) {
    return of(call, new NamedCall(classPath, call.method(), call.arguments()));
  }

  /** The same, called again as long as its answer is such. */
  public Operation<T> repeatedWhile(Predicate<Object> answer) {
    return new Operation<>(call, body, answer, bound);
  }

  /** The same, and to take more steps than this is a violation: it is wait-free. */
  public Operation<T> within(int steps) {
    return new Operation<>(call, body, again, steps);
  }

  /** Whether there are answers after which it is called once more. */
  public boolean mayRepeat() {
    return again != ONCE;
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

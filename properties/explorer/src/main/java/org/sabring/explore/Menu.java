package org.sabring.explore;

import java.util.List;

/**
 * A nondeterministic choice: what a side may call next. If there is more than one operation, which
 * one is called is a choice of the schedule, like any other; if there is none, the side is done.
 *
 * <p>A menu is a part of a side's position: an immutable value, equal to another exactly if both
 * will offer the same. The less it remembers of the calls so far, the more states are the same.
 *
 * @param <T> what the operations are called on
 */
public interface Menu<T> {

  /** The operations that may be called now; always the same, in the same order. */
  List<Operation<T>> choices();

  /** What may be called after that operation has come back with that answer. */
  Menu<T> after(Operation<T> called, Object answer);

  /** One operation after the other: there is nothing to choose. */
  static <T> Menu<T> inOrder(List<Operation<T>> operations) {
    return new InOrder<>(operations, 0);
  }

  /** So many operations, each of them any of these. */
  static <T> Menu<T> anyOf(int times, List<Operation<T>> operations) {
    return new AnyOf<>(operations, times);
  }

  /**
   * One operation after the other.
   *
   * @param done how many have returned
   */
  record InOrder<T>(List<Operation<T>> operations, int done) implements Menu<T> {
    public InOrder {
      operations = List.copyOf(operations);
    }

    @Override
    public List<Operation<T>> choices() {
      return done < operations.size() ? List.of(operations.get(done)) : List.of();
    }

    @Override
    public Menu<T> after(Operation<T> called, Object answer) {
      return new InOrder<>(operations, done + 1);
    }
  }

  /**
   * So many of these.
   *
   * @param times how many there will still be
   */
  record AnyOf<T>(List<Operation<T>> operations, int times) implements Menu<T> {
    public AnyOf {
      operations = List.copyOf(operations);
    }

    @Override
    public List<Operation<T>> choices() {
      return times > 0 ? operations : List.of();
    }

    @Override
    public Menu<T> after(Operation<T> called, Object answer) {
      return new AnyOf<>(operations, times - 1);
    }
  }
}

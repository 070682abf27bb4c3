package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;

/**
 * The calls that may come yet, so that a monitor who cannot explain an answer knows whether one of
 * them might.
 *
 * @param sides of each side
 * @param closed whether all sides have ended that are not last
 */
record CallAgenda(List<Coming> sides, boolean closed) {

  /**
   * The calls of a side that may come yet.
   *
   * @param calls one after the other; any of them may be left out
   * @param open whether any calls may come after them
   * @param last whether the side begins when all others have ended
   */
  record Coming(List<Object> calls, boolean open, boolean last) {

    private static Coming of(Program program, int side) {
      List<Object> calls = new ArrayList<>();
      boolean open = !program.sides().get(side).isInOrder();
      for (Operation<?> operation : program.sides().get(side).written()) {
        open |= operation.mayRepeat();
        if (!open) {
          calls.add(operation.call());
        }
      }
      return new Coming(List.copyOf(calls), open, program.isLast(side));
    }

    boolean isOver() {
      return calls.isEmpty() && !open;
    }

    private Coming after(Object call) {
      int index = calls.indexOf(call);
      if (index < 0 && !open) {
        throw new IllegalArgumentException("call=%s, expected one of %s".formatted(call, calls));
      }
      int left = index < 0 ? calls.size() : index + 1;
      return new Coming(List.copyOf(calls.subList(left, calls.size())), open, last);
    }

    private Coming without(Predicate<Object> some) {
      return new Coming(calls.stream().filter(some.negate()).toList(), open, last);
    }

    private Coming only(@Nullable Object call) {
      return new Coming(call == null ? List.of() : List.of(call), false, last);
    }
  }

  /** Of a program that nobody has begun. */
  static CallAgenda of(Program program) {
    return new CallAgenda(
        IntStream.range(0, program.count()).mapToObj(side -> Coming.of(program, side)).toList(),
        false);
  }

  /** How many sides there are that are not last; they come first. */
  int others() {
    return (int) sides.stream().filter(coming -> !coming.last()).count();
  }

  boolean isLast(int side) {
    return sides.get(side).last();
  }

  /** When a side's call has returned. If others before it have not, they were left out. */
  CallAgenda after(int side, Object call) {
    return with(side, sides.get(side).after(call));
  }

  /** The same, but that a side will make one call alone. */
  CallAgenda only(int side, Object call) {
    return with(side, sides.get(side).only(call));
  }

  private CallAgenda with(int side, Coming coming) {
    return new CallAgenda(PersistentCollections.with(sides, side, coming), closed);
  }

  /** The same without some calls. */
  CallAgenda without(Predicate<Object> some) {
    return new CallAgenda(sides.stream().map(coming -> coming.without(some)).toList(), closed);
  }

  /** When the last sides begin: of the others nothing comes but what is under way. */
  CallAgenda closed(Map<Integer, Object> pending) {
    return ended(pending, side -> !isLast(side));
  }

  /** When nobody goes on: nothing comes but what is under way. */
  CallAgenda atRest(Map<Integer, Object> pending) {
    return ended(pending, side -> true);
  }

  private CallAgenda ended(Map<Integer, Object> pending, IntPredicate ends) {
    List<Coming> left = new ArrayList<>(sides);
    for (int side = 0; side < left.size(); side++) {
      if (ends.test(side)) {
        left.set(side, left.get(side).only(pending.get(side)));
      }
    }
    return new CallAgenda(List.copyOf(left), true);
  }
}

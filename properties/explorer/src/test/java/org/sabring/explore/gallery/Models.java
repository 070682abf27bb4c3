package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.SequentialModel;

/** What objects that are no queues answer, one call at a time. */
final class Models {

  private Models() {}

  /** A stack. */
  record Lifo() implements SequentialModel<List<Object>> {

    @Override
    public List<Object> start() {
      return List.of();
    }

    @Override
    public List<Applied<List<Object>>> apply(List<Object> held, int side, Object call) {
      MethodCall made = (MethodCall) call;
      if (made.method().equals("push")) {
        Object element = made.arguments().get(0);
        return List.of(
            new Applied<>(Stream.concat(Stream.of(element), held.stream()).toList(), null));
      }
      return held.isEmpty()
          ? List.of(new Applied<>(held, null))
          : List.of(new Applied<>(held.stream().skip(1).toList(), held.get(0)));
    }
  }

  /** Every pair that is read was written as a pair. */
  record Untorn() implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      if (answer instanceof Integer pair && pair / 10 != pair % 10) {
        throw new PropertyViolation("a torn pair is read: " + pair);
      }
      return Monitor.super.returned(side, operation, answer);
    }
  }

  /** Who meets with a number of tens gets the same of units, and the other way round. */
  record Met() implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      int given = (Integer) ((MethodCall) operation.call()).arguments().get(0);
      if (!answer.equals(given < 10 ? 10 * given : given / 10)) {
        throw new PropertyViolation("%s answers %s".formatted(operation.call(), answer));
      }
      return Monitor.super.returned(side, operation, answer);
    }
  }

  /** What is asked for is always the same. */
  record Always(Object right) implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      if (!answer.equals(right) && !answer.equals(Operation.DONE)) {
        throw new PropertyViolation("%s answers %s".formatted(operation.call(), answer));
      }
      return Monitor.super.returned(side, operation, answer);
    }
  }

  /** A counter: every call answers one more than the call before. */
  record Counter() implements SequentialModel<Integer> {

    @Override
    public Integer start() {
      return 0;
    }

    @Override
    public List<Applied<Integer>> apply(Integer count, int side, Object call) {
      return List.of(new Applied<>(count + 1, count + 1));
    }
  }
}

package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.sabring.explore.judge.Call;
import org.sabring.explore.judge.SequentialModel;

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
      Call made = (Call) call;
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

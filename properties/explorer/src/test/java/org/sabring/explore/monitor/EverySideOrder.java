package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.monitor.CallHistory.Event;

/**
 * A checker of program order by brute force: it tries every order of the calls that keeps each
 * side's own, on a queue of its own, with every choice of calls that may come. It shares no code
 * with the monitor.
 */
final class EverySideOrder {

  private static final List<String> LOOKS = List.of("peek", "size");

  /** A call; without an answer it may come, or may not. */
  private record Whole(MethodCall call, @Nullable Object answer) {}

  private final int capacity;
  private final boolean relaxed;
  private final boolean late;
  private final List<List<MethodCall>> program;
  private final EveryOrder queue;

  /**
   * For a queue of that capacity.
   *
   * @param relaxed whether an offer may say false, and a poll null, at any time
   * @param late whether there is one order for each side
   * @param program the calls of each side, of which the last begins when the others have ended
   */
  EverySideOrder(int capacity, boolean relaxed, boolean late, List<List<MethodCall>> program) {
    this.capacity = capacity;
    this.relaxed = relaxed;
    this.late = late;
    this.program = program;
    queue = new EveryOrder(capacity, relaxed);
  }

  /**
   * How many events there are before the first that nothing explains, whatever comes; one more than
   * there are if the end is explained, too.
   */
  int explains(CallHistory history) {
    int count = history.events().size();
    for (int i = 0; i < count; i++) {
      if (!isRight(history.first(i + 1), false)) {
        return i;
      }
    }
    return isRight(history, true) ? count + 1 : count;
  }

  boolean isRight(CallHistory history, boolean atRest) {
    for (int side = 0; side < program.size() - 1; side++) {
      if (!canGoOn(calls(history, late ? side : -1, atRest), List.of())) {
        return false;
      }
      if (!late) {
        return true;
      }
    }
    return true;
  }

  private int last() {
    return program.size() - 1;
  }

  private List<List<Whole>> calls(CallHistory history, int viewer, boolean atRest) {
    boolean lastBegan = history.events().stream().anyMatch(event -> event.side() == last());
    List<List<Whole>> all = new ArrayList<>();
    for (int side = 0; side < program.size(); side++) {
      boolean ended = atRest || (lastBegan && side != last());
      boolean others = viewer >= 0 && side != viewer && side != last();
      List<Whole> own = new ArrayList<>();
      int made = 0;
      boolean pending = false;
      for (Event event : history.events()) {
        pending = event.side() == side ? event.answer() == null : pending;
        if (event.side() == side && event.answer() != null) {
          made++;
          if (!others || !changesNothing(event)) {
            own.add(new Whole(event.call(), event.answer()));
          }
        }
      }
      int mayCome = ended ? (pending ? made + 1 : made) : program.get(side).size();
      program.get(side).subList(made, mayCome).forEach(call -> own.add(new Whole(call, null)));
      all.add(own);
    }
    return all;
  }

  private static boolean changesNothing(Event event) {
    Object answer = event.answer();
    return switch (event.call().method()) {
      case "offer" -> Boolean.FALSE.equals(answer);
      case "poll" -> Operation.DONE.equals(answer);
      default -> LOOKS.contains(event.call().method());
    };
  }

  private boolean canGoOn(List<List<Whole>> left, List<Object> held) {
    if (left.stream().allMatch(EverySideOrder::isOver)) {
      return true;
    }
    boolean others = !left.subList(0, last()).stream().allMatch(EverySideOrder::isOver);
    for (int side = 0; side < (others ? last() : program.size()); side++) {
      if (!left.get(side).isEmpty() && canGoOn(left, held, side)) {
        return true;
      }
    }
    return false;
  }

  private boolean canGoOn(List<List<Whole>> left, List<Object> held, int side) {
    List<Whole> own = left.get(side);
    Whole next = own.get(0);
    List<List<Whole>> others = new ArrayList<>(left);
    others.set(side, own.subList(1, own.size()));
    if ((next.answer() == null || isMiss(next)) && canGoOn(others, held)) {
      return true;
    }
    List<Object> after = new ArrayList<>(held);
    Object answer = queue.call(after, next.call());
    return answer != null
        && (next.answer() == null || next.answer().equals(answer))
        && canGoOn(others, after);
  }

  private static boolean isOver(List<Whole> calls) {
    return calls.stream().allMatch(call -> call.answer() == null);
  }

  private boolean isMiss(Whole call) {
    return relaxed
        && ((call.call().method().equals("offer") && Boolean.FALSE.equals(call.answer()))
            || (call.call().method().equals("poll") && Operation.DONE.equals(call.answer())));
  }

  @Override
  public String toString() {
    return "capacity %d, %s".formatted(capacity, program);
  }
}

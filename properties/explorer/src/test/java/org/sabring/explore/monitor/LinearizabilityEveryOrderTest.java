package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Share;
import org.sabring.explore.monitor.CallHistory.Event;
import org.sabring.explore.monitor.OneAtATime.Turn;

/**
 * The monitor against brute force: both find the same, at the same event, in the same histories.
 */
@Tag("any-jdk")
class LinearizabilityEveryOrderTest {

  private static final List<Object> ANSWERS = List.of(true, false, Operation.DONE, 1, 2);

  private static Monitor monitor(int capacity, boolean relaxed) {
    LinearizabilityMonitor<?> monitor =
        LinearizabilityMonitor.to(SequentialModel.boundedFifo(capacity));
    return relaxed ? monitor.relaxed("offer", false).relaxed("poll", null) : monitor;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 1, false, 8000",
    "2, 3, 2, false, 12000",
    "2, 3, 1, true, 8000",
    "3, 2, 1, false, 8000",
    "3, 2, 2, true, 4000"
  })
  void findsWhatEveryOrderFinds(int sides, int calls, int capacity, boolean relaxed, int all) {
    int count = Share.of(all);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CallHistories histories = new CallHistories(random, sides, capacity);
    EveryOrder everyOrder = new EveryOrder(capacity, relaxed);
    int right = 0;
    for (int i = 0; i < count; i++) {
      int spoilt = i % 4;
      CallHistory history = histories.any(calls, spoilt);
      int heard = history.heardBy(monitor(capacity, relaxed));
      assertThat(heard)
          .as("seed %d, history %d: %s", seed, i, history)
          .isEqualTo(everyOrder.explains(history));
      boolean isRight = heard == history.events().size();
      assertThat(isRight || spoilt > 0).as("seed %d, history %d: %s", seed, i, history).isTrue();
      right += isRight ? 1 : 0;
    }
    System.out.printf("seed %d: %d of %d histories are right%n", seed, right, count);
    assertThat(right).isBetween(count / 4 + 1, count - count / 8);
  }

  /** All interleavings of two sides with two calls each, each offer or poll, and any answers. */
  @Test
  void findsWhatEveryOrderFindsInAllSmallHistories() {
    EveryOrder everyOrder = new EveryOrder(1, false);
    Map<Boolean, Integer> count = new HashMap<>();
    List<CallHistory> todo = new ArrayList<>(List.of(new CallHistory(List.of())));
    while (!todo.isEmpty()) {
      CallHistory history = todo.remove(todo.size() - 1);
      boolean right = history.heardBy(monitor(1, false)) == history.events().size();
      assertThat(right).as(history.toString()).isEqualTo(everyOrder.isLinearizable(history));
      count.merge(right, 1, Integer::sum);
      if (right) {
        todo.addAll(longer(history));
      }
    }
    System.out.println("small histories: " + count);
    assertThat(count.get(true)).isGreaterThan(6_000);
    assertThat(count.get(false)).isGreaterThan(6_000);
  }

  private static List<CallHistory> longer(CallHistory history) {
    List<CallHistory> all = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      Event last = null;
      int events = 0;
      for (Event event : history.events()) {
        last = event.side() == side ? event : last;
        events += event.side() == side ? 1 : 0;
      }
      if (last != null && last.answer() == null) {
        for (Object answer : ANSWERS) {
          all.add(history.with(new Event(side, last.call(), answer)));
        }
      } else if (events < 4) {
        all.add(history.with(new Event(side, MethodCall.of("offer", side + 1), null)));
        all.add(history.with(new Event(side, MethodCall.of("poll"), null)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalMonitorsFindTheSameInWhatIsToCome(boolean relaxed) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CallHistories histories = new CallHistories(random, 2, 2);
    EveryOrder everyOrder = new EveryOrder(2, relaxed);
    Monitor start = monitor(2, relaxed);
    Map<Monitor, CallHistory> known = new HashMap<>();
    int merged = 0;
    for (int i = 0; i < 6000; i++) {
      CallHistory history = histories.any(2, 0);
      history = history.first(random.nextInt(history.events().size() + 1));
      CallHistory other = known.putIfAbsent(history.monitorAfter(start), history);
      if (other != null && !other.equals(history)) {
        merged++;
        for (Event event : returnsOf(history, histories)) {
          assertThat(everyOrder.isLinearizable(history.with(event)))
              .as("seed %d: %s or %s, then %s", seed, history, other, event)
              .isEqualTo(everyOrder.isLinearizable(other.with(event)));
        }
      }
    }
    System.out.printf("seed %d: %d states, %d merged%n", seed, known.size(), merged);
    assertThat(merged).isGreaterThan(1000);
  }

  /** Returns of the calls that are under way, with any answers. */
  private static List<Event> returnsOf(CallHistory history, CallHistories histories) {
    Map<Integer, Event> last = new HashMap<>();
    history.events().forEach(event -> last.put(event.side(), event));
    List<Event> events = new ArrayList<>();
    for (Event event : last.values()) {
      for (int i = 0; event.answer() == null && i < 5; i++) {
        events.add(new Event(event.side(), event.call(), histories.answer()));
      }
    }
    return events;
  }

  @Test
  void anObjectCalledOneAtATimeIsAsGoodAModel() {
    long seed = System.nanoTime();
    CallHistories histories = new CallHistories(new Random(seed), 2, 2);
    Monitor itself = LinearizabilityMonitor.to(SequentialModel.ofItself(new RealQueue(2)));
    int wrong = 0;
    int count = Share.of(4000);
    for (int i = 0; i < count; i++) {
      CallHistory history = histories.any(3, i % 3);
      int heard = history.heardBy(itself);
      assertThat(heard)
          .as("seed %d, history %d: %s", seed, i, history)
          .isEqualTo(history.heardBy(monitor(2, false)));
      wrong += heard < history.events().size() ? 1 : 0;
    }
    assertThat(wrong).isGreaterThan(count / 10);
  }

  /** A queue of the JDK, called one call at a time. */
  private record RealQueue(int capacity) implements OneAtATime {

    @Override
    public @Nullable Object answer(List<Turn> before, Turn next) {
      return call(after(before), (MethodCall) next.call());
    }

    @Override
    public Object state(List<Turn> turns) {
      return List.copyOf(after(turns));
    }

    private ArrayBlockingQueue<Object> after(List<Turn> turns) {
      ArrayBlockingQueue<Object> queue = new ArrayBlockingQueue<>(capacity);
      turns.forEach(turn -> call(queue, (MethodCall) turn.call()));
      return queue;
    }

    private static @Nullable Object call(ArrayBlockingQueue<Object> queue, MethodCall call) {
      return switch (call.method()) {
        case "offer" -> queue.offer(call.arguments().get(0));
        case "put" -> queue.offer(call.arguments().get(0)) ? null : BLOCKS;
        case "poll" -> queue.poll();
        case "take" -> queue.isEmpty() ? BLOCKS : queue.poll();
        case "peek" -> queue.peek();
        case "size" -> queue.size();
        default -> throw new IllegalArgumentException(call.toString());
      };
    }
  }
}

package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Share;
import org.sabring.explore.monitor.CallHistory.Event;

/**
 * The monitor against brute force: both find the same, at the same event, in the same histories.
 */
@Tag("any-jdk")
class ProgramOrderEveryOrderTest {

  private static final List<Object> ANSWERS = List.of(true, false, Operation.DONE, 1, 2);

  private static ProgramOrderMonitor<?> monitor(
      int capacity, boolean relaxed, boolean late, List<List<MethodCall>> calls) {
    LinearizabilityMonitor<?> strict =
        LinearizabilityMonitor.to(SequentialModel.boundedFifo(capacity));
    LinearizabilityMonitor<?> monitor =
        relaxed ? strict.relaxed("offer", false).relaxed("poll", null) : strict;
    return late
        ? monitor.seenLate(LateHistories.program(calls))
        : monitor.inProgramOrder(LateHistories.program(calls));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 1, false, false, 6000",
    "2, 3, 2, false, true, 8000",
    "2, 3, 1, true, false, 3000",
    "2, 3, 2, true, true, 3000",
    "3, 2, 1, false, false, 4000",
    "3, 2, 2, false, true, 6000"
  })
  void findsWhatEveryOrderFinds(
      int sides, int calls, int capacity, boolean relaxed, boolean late, int all) {
    int count = Share.of(all);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CallHistories histories = new CallHistories(random, sides, capacity);
    int right = 0;
    int early = 0;
    for (int i = 0; i < count; i++) {
      CallHistory history = LateHistories.shuffled(histories.any(calls, i % 4), sides, random);
      List<Object> drain =
          i % 3 == 0 ? List.of(Operation.DONE) : List.of(histories.answer(), Operation.DONE);
      history = LateHistories.drained(history, sides, drain);
      List<List<MethodCall>> program = LateHistories.calls(history, sides + 1);
      int heard = LateHistories.heard(history, monitor(capacity, relaxed, late, program), sides);
      assertThat(heard)
          .as("seed %d, history %d: %s", seed, i, history)
          .isEqualTo(new EverySideOrder(capacity, relaxed, late, program).explains(history));
      right += heard > history.events().size() ? 1 : 0;
      early += heard < history.events().size() - 2 * drain.size() ? 1 : 0;
    }
    System.out.printf(
        "seed %d: %d of %d histories are right, %d wrong before the end%n",
        seed, right, count, early);
    assertThat(right).isGreaterThan(count / 20);
    assertThat(early).isGreaterThan(count / 20);
  }

  /** Where any calls may come it is found at the end at the latest, and never without a reason. */
  @ParameterizedTest
  @CsvSource({"2, false", "2, true", "3, false", "3, true"})
  void findsItThoughNobodyKnowsWhichCallsWillCome(int sides, boolean late) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CallHistories histories = new CallHistories(random, sides, 2);
    int right = 0;
    int count = Share.of(3000);
    for (int i = 0; i < count; i++) {
      CallHistory history = LateHistories.shuffled(histories.any(2, i % 3), sides, random);
      history = LateHistories.drained(history, sides, List.of(histories.answer()));
      List<List<MethodCall>> calls = LateHistories.calls(history, sides + 1);
      LinearizabilityMonitor<?> queue = LinearizabilityMonitor.to(SequentialModel.boundedFifo(2));
      Program open = LateHistories.repeating(calls);
      int heard =
          LateHistories.heard(
              history, late ? queue.seenLate(open) : queue.inProgramOrder(open), sides);
      boolean isRight = heard > history.events().size();
      assertThat(isRight)
          .as("seed %d, history %d: %s", seed, i, history)
          .isEqualTo(new EverySideOrder(2, false, late, calls).isRight(history, true));
      right += isRight ? 1 : 0;
    }
    assertThat(right).isBetween(count / 30, count - count / 30);
  }

  /** All histories of a small program, with any answers; and equal monitors go on alike. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void findsWhatEveryOrderFindsInAllHistoriesOfAProgram(boolean late) {
    List<List<MethodCall>> program =
        List.of(
            List.of(MethodCall.of("offer", 1), MethodCall.of("offer", 2)),
            List.of(MethodCall.of("poll"), MethodCall.of("poll")),
            List.of(MethodCall.of("poll")));
    EverySideOrder everyOrder = new EverySideOrder(1, false, late, program);
    Monitor start = monitor(1, false, late, program);
    Map<Monitor, List<Boolean>> known = new HashMap<>();
    int right = 0;
    int wrong = 0;
    List<CallHistory> todo = new ArrayList<>(List.of(new CallHistory(List.of())));
    while (!todo.isEmpty()) {
      CallHistory history = todo.remove(todo.size() - 1);
      Monitor monitor = after(history, start);
      List<Boolean> goesOn = new ArrayList<>();
      for (CallHistory longer : longer(history, program)) {
        boolean isRight = everyOrder.isRight(longer, false);
        Event event = longer.events().get(longer.events().size() - 1);
        assertThat(hears(monitor, event)).as(longer.toString()).isEqualTo(isRight);
        goesOn.add(isRight);
        right += isRight ? 1 : 0;
        wrong += isRight ? 0 : 1;
        if (isRight) {
          todo.add(longer);
        }
      }
      assertThat(known.computeIfAbsent(monitor, unused -> goesOn)).isEqualTo(goesOn);
    }
    System.out.printf("%d right, %d wrong, %d monitors%n", right, wrong, known.size());
    assertThat(right).isGreaterThan(1000);
    assertThat(wrong).isGreaterThan(1000);
    assertThat(known.size()).isLessThan(right / 4);
  }

  private static Monitor after(CallHistory history, Monitor start) {
    Monitor monitor = start;
    for (Event event : history.events()) {
      monitor = tell(monitor, event);
    }
    return monitor;
  }

  private static Monitor tell(Monitor monitor, Event event) {
    Monitor told = CallHistory.tell(monitor, event);
    return event.answer() == null && event.side() == 2 ? LateHistories.stepped(told, 2) : told;
  }

  private static boolean hears(Monitor monitor, Event event) {
    try {
      tell(monitor, event);
      return true;
    } catch (PropertyViolation breach) {
      return false;
    }
  }

  private static List<CallHistory> longer(CallHistory history, List<List<MethodCall>> program) {
    List<CallHistory> all = new ArrayList<>();
    int[] events = new int[program.size()];
    history.events().forEach(event -> events[event.side()]++);
    boolean othersHaveEnded = events[0] == 4 && events[1] == 4;
    for (int side = 0; side < (othersHaveEnded ? 3 : 2); side++) {
      List<MethodCall> own = program.get(side);
      if (events[side] < 2 * own.size()) {
        MethodCall call = own.get(events[side] / 2);
        if (events[side] % 2 == 0) {
          all.add(history.with(new Event(side, call, null)));
        } else {
          for (Object answer : ANSWERS) {
            all.add(history.with(new Event(side, call, answer)));
          }
        }
      }
    }
    return all;
  }

  @Test
  void aSideThatHasDiedMayHaveDoneWhatItWasAt() {
    List<List<MethodCall>> program =
        List.of(
            List.of(MethodCall.of("offer", 1), MethodCall.of("offer", 2)),
            List.of(MethodCall.of("poll")));
    CallHistory died = new CallHistory(List.of(new Event(0, MethodCall.of("offer", 1), null)));
    for (boolean late : List.of(false, true)) {
      ProgramOrderMonitor<?> monitor = monitor(1, false, late, program);
      for (Object answer : List.of(1, Operation.DONE)) {
        CallHistory drained = LateHistories.drained(died, 1, List.of(answer));
        assertThat(LateHistories.heard(drained, monitor, 1)).isEqualTo(4);
      }
      CallHistory wrong = LateHistories.drained(died, 1, List.of(2));
      assertThat(LateHistories.heard(wrong, monitor, 1)).isEqualTo(2);
    }
  }
}

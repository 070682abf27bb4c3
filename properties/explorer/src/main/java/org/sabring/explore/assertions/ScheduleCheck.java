package org.sabring.explore.assertions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Schedule;
import org.sabring.explore.Smallest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Refused;

/**
 * The exploration behind an assertion: on each memory in turn, until something is found.
 *
 * @param monitor what is promised on a memory
 * @param lines how a finding is written down as a test
 */
record ScheduleCheck(
    Program program, Function<MemoryModel, Monitor> monitor, Options options, TestLines lines) {

  /** Lines of a story have so many columns: what a build tool prints beside them fits, too. */
  private static final int COLUMNS = 110;

  /** Explores, or replays; throws an {@link AssertionError} unless all is as promised. */
  void run(Collection<MemoryModel> memories, @Nullable Schedule schedule) {
    try {
      if (schedule == null || !replay(memories, schedule)) {
        for (MemoryModel memory : memories) {
          explore(memory);
        }
      }
    } catch (Refused refused) {
      throw new AssertionError("UNKNOWN: " + refused.getMessage(), refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("UNKNOWN: interrupted", e);
    }
  }

  private void explore(MemoryModel memory) throws InterruptedException {
    Monitor promise = monitor.apply(memory);
    Exploration exploration = new Explorer(program, memory, promise, options).explore();
    switch (exploration.status()) {
      case PASS -> {}
      case UNKNOWN ->
          throw new AssertionError(
              "UNKNOWN: on %s memory the first %,d states break no promise, and there are more; explore more with within(states), or a smaller program"
                  .formatted(memory.words(), exploration.states()));
      case FAIL -> {
        Smallest smallest = Smallest.thatCanEnd(program, memory, promise, options);
        throw smallest == null
            ? failure(program, memory, exploration.findings().get(0))
            : failure(smallest.program(), memory, smallest.finding());
      }
    }
  }

  /** Whether the schedule still fits, on one of the memories at least. */
  private boolean replay(Collection<MemoryModel> memories, Schedule schedule) {
    List<Rerun> reruns =
        memories.stream()
            .map(memory -> Rerun.of(program, memory, monitor.apply(memory), options, schedule))
            .toList();
    for (Rerun rerun : reruns) {
      Optional<Finding> finding = rerun.finding();
      if (finding.isPresent()) {
        throw failure(program, rerun.memory(), finding.get());
      }
    }
    if (reruns.stream().anyMatch(Rerun::fits)) {
      return true;
    }
    String why = reruns.stream().map(Rerun::why).distinct().collect(Collectors.joining("; "));
    System.out.println(
        "schedule %s no longer fits (%s): all schedules are explored in its stead"
            .formatted(schedule, why));
    return false;
  }

  private AssertionError failure(Program failing, MemoryModel memory, Finding finding) {
    String story = finding.story().draw(COLUMNS).stripTrailing();
    return new AssertionError(
        "on %s memory: %s%n%n%s%n%nTo keep this as a test:%n%n%s%n"
            .formatted(
                memory.words(),
                finding.found(),
                story,
                lines.of(failing, memory, finding).indent(4)));
  }
}

package org.sabring.explore.assertions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.ScheduleWalk;
import org.sabring.explore.Step;
import org.sabring.explore.memory.MemoryModel;

/**
 * The run of one schedule that was found earlier, perhaps of other code. When it has come to its
 * end the sides go on, one after the other, to theirs.
 *
 * @param fits whether every step of the schedule was possible, and the sides came to an end
 * @param why if not: the first step that was not possible, or that there was no end
 * @param found what was broken
 */
record Rerun(MemoryModel memory, boolean fits, String why, @Nullable Finding found) {

  /** Who goes on for longer than this goes round. */
  private static final int LONGEST = 10_000;

  static Rerun of(
      Program program, MemoryModel memory, Monitor monitor, Options options, Schedule schedule) {
    ScheduleWalk walk = new ScheduleWalk(program, memory, monitor, options);
    int number = 0;
    for (Choice choice : schedule.choices()) {
      number++;
      if (walk.breach() != null) {
        break;
      }
      int place = place(program, walk.steps(), choice);
      if (place < 0) {
        return new Rerun(
            memory, false, "step %d, %s, is not possible".formatted(number, choice), null);
      }
      walk.take(place);
    }
    while (walk.breach() == null && !walk.steps().isEmpty() && walk.length() < LONGEST) {
      walk.take(0);
    }
    if (walk.length() >= LONGEST) {
      return new Rerun(memory, false, "after its last step the sides come to no end", null);
    }
    PropertyViolation breach = walk.breach();
    return new Rerun(memory, true, "", breach == null ? null : walk.finding(breach));
  }

  private static int place(Program program, List<Step> steps, Choice choice) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (choice.equals(new Choice(program.letter(step.side()), step.option()))) {
        return i;
      }
    }
    return -1;
  }

  Optional<Finding> finding() {
    return Optional.ofNullable(found);
  }
}

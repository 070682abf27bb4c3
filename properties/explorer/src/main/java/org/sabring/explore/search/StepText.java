package org.sabring.explore.search;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Program;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Stage;
import org.sabring.explore.runtime.Woken;

/** A renderer of steps in words. */
final class StepText {

  private final Program program;
  private final LocationTable locations;

  StepText(Program program) {
    this.program = program;
    this.locations = program.scene().locations();
  }

  /**
   * A step.
   *
   * @param pending the access of the side before the step; null if there is none
   */
  String of(Step step, @Nullable Access pending) {
    Access access = step.access();
    if (access == null) {
      return switch (step.option()) {
        case Step.DRAINS -> "(its oldest store reaches the memory)";
        case Step.SPURIOUS -> "(wakes, or is told, for no reason)";
        case Step.TIMES_OUT ->
            pending != null && pending.kind() == Access.Kind.LOCK
                ? "(gives up waiting for the lock)"
                : "(its time is up)";
        case Step.INTERRUPTED -> "(is interrupted)";
        default -> "(stops for good)";
      };
    }
    String text = (program.nameOf(step.side(), access) + " " + did(step, access)).strip();
    return switch (step.option()) {
      case Step.FAILS -> text + " (fails for no reason)";
      case Step.INTERRUPTED -> text + " (is interrupted just now)";
      default -> text;
    };
  }

  /** The value of a location; of a word, bits that are far apart are a flag and a number. */
  String value(int location, long value) {
    if (!locations.isWord(location)) {
      return locations.show(location, value);
    }
    long flag = 1 << 30;
    return value >= flag && value < flag + 1024 ? (value - flag) + "+flag" : "" + value;
  }

  private String value(Access access, long value) {
    return value(access.location(), value);
  }

  private String did(Step step, Access access) {
    String name =
        access.kind() == Access.Kind.FENCE || access.kind() == Access.Kind.FREEZE
            ? ""
            : locations.nameOf(access.location());
    long answer = step.answer();
    long argument = access.argument();
    return switch (access.kind()) {
      case LOAD -> name + " is " + value(access, answer) + " (" + mode(access) + ")";
      case STORE -> name + " := " + value(access, argument) + " (" + mode(access) + ")";
      case ADD -> name + " := " + value(access, answer + argument) + " (counted)";
      case UPDATE -> updated(name, access, answer);
      case WEAK_UPDATE -> updated(name, access) + (answer == 1 ? ": done" : ": failed");
      case FENCE -> words(Objects.requireNonNull(access.fence())).replace(' ', '-') + " fence";
      case WAIT -> "waits on " + name + " while " + value(access, argument) + ": " + woken(answer);
      case NOTIFY -> "notifies on " + name + ": wakes " + answer;
      case ASK ->
          "asks about "
              + name
              + " while "
              + value(access, argument)
              + ": "
              + (answer == Stage.LISTED ? "listed" : "not equal");
      case TAKE_BACK -> "takes its question back: " + (answer == 1 ? "in time" : "too late");
      case TURN ->
          answer == 0 ? "the loop runs a task" : answer == 1 ? "somebody acts" : "the loop is told";
      case LOCK -> argument == 0 ? "has " + name : "takes " + name;
      case TRY_LOCK -> (argument == 0 ? "has " : "tries to take ") + name + ": " + (answer == 1);
      case UNLOCK ->
          answer < 0 ? "gives back " + name + ", which it does not hold" : "gives back " + name;
      case MONITOR_WAIT ->
          answer < -1 ? "may not wait" : "gives back " + name + " and waits: " + woken(answer);
      case MONITOR_NOTIFY -> "notifies " + name + ": wakes " + answer;
      case PARK -> "parks: " + woken(answer);
      case UNPARK -> "unparks " + letter(argument);
      case INTERRUPT -> "interrupts " + letter(argument);
      case INTERRUPTED -> "is interrupted: " + (answer == 1);
      case FREEZE -> "ends a constructor";
      case SPIN -> "goes round";
    };
  }

  private String letter(long side) {
    return side < program.count() ? String.valueOf(program.letter((int) side)) : "nobody";
  }

  private String updated(String name, Access access, long old) {
    Update update = Objects.requireNonNull(access.update());
    if (locations.isWord(access.location())) {
      return name + " := " + value(access, update.apply(old)) + " (atomic)";
    }
    String found = name + " was " + value(access, old);
    return update.stores(old)
        ? "%s, := %s (%s, atomic)".formatted(found, value(access, update.apply(old)), mode(access))
        : "%s, not %s (%s)".formatted(found, value(access, update.expected()), mode(access));
  }

  private String updated(String name, Access access) {
    Update update = Objects.requireNonNull(access.update());
    return "%s: %s to %s (%s, weak)"
        .formatted(
            name, value(access, update.expected()), value(access, update.operand()), mode(access));
  }

  private static String mode(Access access) {
    return words(access.mode());
  }

  private static String woken(long answer) {
    return answer == Step.ASLEEP ? "sleeps" : words(Woken.of(answer));
  }

  private static String words(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String note(Step step) {
    if (step.age() == 0) {
      return "";
    }
    return step.age() == 1
        ? "reads the store before the newest; "
        : "reads a store that " + step.age() + " newer ones have replaced; ";
  }
}

package org.sabring.properties.explore;

import java.util.Locale;

/** Steps in words. */
final class Words {

  private Words() {}

  static String of(Program program, Step step) {
    Access access = step.access();
    if (access == null) {
      return switch (step.option()) {
        case Step.DRAINS -> "(its oldest store reaches the memory)";
        case Step.SPURIOUS -> "(wakes, or is told, for no reason)";
        case Step.TIMES_OUT -> "(its time is up)";
        case Step.INTERRUPTED -> "(is interrupted)";
        default -> "(stops for good)";
      };
    }
    return (program.nameOf(step.side(), access) + " " + did(program, step, access)).strip();
  }

  private static String did(Program program, Step step, Access access) {
    String word = program.nameOf(access.word());
    String value = value(access.argument());
    return switch (access.kind()) {
      case LOAD -> word + " is " + value(step.answer()) + " (" + mode(access) + ")";
      case STORE -> word + " := " + value + " (" + mode(access) + ")";
      case ADD -> word + " := " + value(step.answer() + access.argument()) + " (counted)";
      case UPDATE -> word + " := " + value(step.answer() + access.argument()) + " (atomic)";
      case FENCE -> "full fence";
      case WAIT -> "waits on " + word + " while " + value + ": " + woken(step);
      case NOTIFY -> "notifies on " + word + ": wakes " + step.answer();
      case ASK -> "asks about " + word + " while " + value + ": " + asked(step);
      case TAKE_BACK -> "takes its question back: " + (step.answer() == 1 ? "in time" : "too late");
      case TURN -> turned(step);
    };
  }

  private static String mode(Access access) {
    return access.mode().name().toLowerCase(Locale.ROOT);
  }

  private static String asked(Step step) {
    return step.answer() == Stage.LISTED ? "listed" : "not equal";
  }

  private static String turned(Step step) {
    return switch (step.answer()) {
      case 0 -> "the loop runs a task";
      case 1 -> "somebody acts";
      default -> "the loop is told";
    };
  }

  private static String woken(Step step) {
    return step.answer() == Step.ASLEEP
        ? "sleeps"
        : Woken.of(step.answer()).name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Bits that are far apart are a flag and a number. */
  static String value(int value) {
    int flag = 1 << 30;
    return value >= flag && value < flag + 1024 ? (value - flag) + "+flag" : "" + value;
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

package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Schedule.Choice;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Mode;
import org.sabring.spec.Interleaving;
import org.sabring.spec.Interleaving.Line;
import org.sabring.spec.Interleaving.View;
import org.sabring.spec.Side;

/**
 * Runs a schedule again, and tells it line by line. What a side has chosen to call is told with the
 * first step of the call.
 */
final class Replay {

  private final Program program;
  private final Moves moves;
  private final List<Line> lines = new ArrayList<>();
  private State state;
  private @Nullable Breach breach;

  Replay(Program program, Moves moves) {
    this.program = program;
    this.moves = moves;
    state = moves.start();
    lines.add(new Line(null, "", show(state.memory()), "", views(state.memory())));
  }

  /** What was broken at the end of a schedule, and how it came about. */
  static Finding finding(Program program, Moves moves, Breach breach, Schedule schedule) {
    String title = breach.found() + " [" + schedule + "]";
    Interleaving story = new Replay(program, moves).follow(schedule).story(title);
    return new Finding(breach.found(), breach.rules(), schedule, story);
  }

  /**
   * Takes the steps of a schedule.
   *
   * @throws IllegalArgumentException naming the first choice that is not there to be chosen
   */
  Replay follow(Schedule schedule) {
    int taken = 0;
    for (Choice choice : schedule.choices()) {
      Move move = breach == null ? chosen(choice) : null;
      if (move == null) {
        throw new IllegalArgumentException(
            "schedule: step %d is %s, which is not possible there".formatted(taken + 1, choice));
      }
      taken++;
      if (!move.step().isChoice()) {
        tell(move);
      }
      breach = move.breach();
      state = move.to() == null ? state : Objects.requireNonNull(move.to());
    }
    return this;
  }

  private @Nullable Move chosen(Choice choice) {
    for (Move move : moves.from(state)) {
      boolean side = program.letter(move.step().side()) == choice.letter();
      if (side && move.step().option() == choice.option()) {
        return move;
      }
    }
    return null;
  }

  /** The state that the schedule ends in; the one before it if the last step broke a promise. */
  State state() {
    return state;
  }

  /** What the last step broke. */
  @Nullable Breach breach() {
    return breach;
  }

  Interleaving story(String title) {
    return new Interleaving(title, lines);
  }

  private void tell(Move move) {
    Step step = move.step();
    int side = step.side();
    Position position = state.at(side);
    boolean begins = step.isAccess() && position.steps() == 0;
    String name = begins ? Objects.requireNonNull(position.operation).call() + ": " : "";
    String text = name + Words.of(program, step);
    String note = Words.note(step) + (move.breach() == null ? "" : move.breach().found());
    boolean told = step.option() == Step.SPURIOUS && !state.isAsleep(side);
    String returned = move.to() == null || told ? "" : returned(position, step);
    boolean drawn = program.count() == 2;
    Side column = !drawn ? null : side == 0 ? Side.PRODUCER : Side.CONSUMER;
    String prefix = drawn ? "" : program.letter(side) + " ";
    lines.add(
        new Line(
            column, prefix + text + returned, show(move.memory()), note, views(move.memory())));
  }

  private static String returned(Position position, Step step) {
    Position.Edge edge = position.edges.get(answer(step));
    if (edge == null) {
      return "";
    }
    List<String> all = new ArrayList<>();
    for (Position.Happened one : edge.happened()) {
      if (one instanceof Position.Returned back) {
        all.add(String.valueOf(back.answer()));
        break; // what comes after it belongs to the next operation
      }
      all.add(String.valueOf(((Position.Said) one).what()));
    }
    return all.isEmpty() ? "" : " -> " + String.join(", ", all);
  }

  private static int answer(Step step) {
    return switch (step.option()) {
      case Step.SPURIOUS -> Woken.OK.answer();
      case Step.TIMES_OUT -> Woken.TIMED_OUT.answer();
      case Step.INTERRUPTED -> Woken.INTERRUPTED.answer();
      case Step.DRAINS, Step.DIES -> -2;
      default -> step.answer();
    };
  }

  /** What each side may load, where it is not the newest store alone. */
  private List<View> views(Memory memory) {
    List<View> views = new ArrayList<>();
    for (int word = 0; program.count() == 2 && word < program.words(); word++) {
      String newest = Words.value(memory.latest(word));
      for (Side side : Side.values()) {
        List<String> values =
            memory.loads(side == Side.PRODUCER ? 0 : 1, word, Mode.OPAQUE).stream()
                .map(read -> Words.value(read.value()))
                .toList();
        if (!values.equals(List.of(newest))) {
          views.add(new View(side, program.nameOf(word), values));
        }
      }
    }
    return views;
  }

  private String show(Memory memory) {
    return IntStream.range(0, program.words())
        .mapToObj(word -> program.nameOf(word) + "=" + Words.value(memory.latest(word)))
        .collect(Collectors.joining(" "));
  }
}

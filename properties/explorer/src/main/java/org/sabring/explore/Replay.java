package org.sabring.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.Story.Line;
import org.sabring.explore.Story.View;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Woken;

/**
 * Runs a schedule again, and tells it line by line. What a side has chosen to call is told with the
 * first step of the call.
 */
final class Replay {

  private final Program program;
  private final Moves moves;
  private final LocationTable locations;
  private final StepText text;
  private final List<Line> lines = new ArrayList<>();

  /** The locations that the story is about: the words, and what steps were about. */
  private final TreeSet<Integer> shown = new TreeSet<>();

  /** The beginning of the call that each side was told to be in last. */
  private final Map<Integer, Position> named = new HashMap<>();

  private State state;
  private @Nullable Breach breach;

  Replay(Program program, Moves moves) {
    this.program = program;
    this.moves = moves.traced();
    locations = program.scene().locations();
    text = new StepText(program);
    Move start = this.moves.begin();
    state = Objects.requireNonNull(start.to());
    for (int word = 0; word < program.words(); word++) {
      shown.add(word);
    }
    lines.add(new Line(-1, "", show(start.memory()), "", views(start.memory()), null));
    tellUnseen(start);
    breach = start.breach();
  }

  /** What was broken at the end of a schedule, and how it came about. */
  static Finding finding(Program program, Moves moves, Breach breach, Schedule schedule) {
    String title = breach.found() + " [" + schedule + "]";
    Story story = new Replay(program, moves).follow(schedule).story(title);
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
      tellUnseen(move);
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

  Story story(String title) {
    List<Character> letters = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      letters.add(program.letter(side));
    }
    return new Story(title, letters, lines);
  }

  private void tell(Move move) {
    Step step = move.step();
    int side = step.side();
    Position position = state.at(side);
    Access access = step.access();
    if (access != null && access.isOfLocation()) {
      shown.add(access.location());
    }
    String name = step.isAccess() ? nameOf(side, position) : "";
    String did = text.of(step, position.access);
    String broken = move.breach() == null || !move.unseen().isEmpty() ? "" : move.breach().found();
    String note = StepText.note(step) + instead(step) + broken;
    boolean told = step.option() == Step.SPURIOUS && !state.isAsleep(side);
    String returned = move.to() == null || told ? "" : returned(position, move.to().at(side), step);
    Memory after = move.to() == null ? move.memory() : move.to().memory();
    lines.add(
        new Line(
            side,
            name + did + returned,
            show(after),
            note,
            views(after),
            access == null ? null : position.line));
  }

  /** The call, with its first line. */
  private String nameOf(int side, Position position) {
    Position beginning = position.after(0);
    boolean begins = !beginning.equals(named.put(side, beginning));
    return begins ? Objects.requireNonNull(position.operation).call() + ": " : "";
  }

  /** What sides did at once after a step that no other side could see. */
  private void tellUnseen(Move move) {
    List<Move.Unseen> all = move.unseen();
    for (int i = 0; i < all.size(); i++) {
      Move.Unseen one = all.get(i);
      Access access = one.access();
      shown.add(access.location());
      Step step = new Step(one.side(), Step.FIRST, access, one.answer(), 0);
      boolean breaks = move.breach() != null && i == all.size() - 1;
      String name = nameOf(one.side(), one.at());
      lines.add(
          new Line(
              one.side(),
              name + text.of(step, access),
              show(one.after()),
              breaks ? Objects.requireNonNull(move.breach()).found() : "",
              views(one.after()),
              one.at().line));
    }
  }

  /** What else a load could have given here. */
  private String instead(Step step) {
    Access access = step.access();
    if (access == null
        || access.kind() != Access.Kind.LOAD
        || locations.isWord(access.location())) {
      return "";
    }
    List<String> others = new ArrayList<>();
    for (Move move : moves.from(state, step.side())) {
      Step other = move.step();
      if (access.equals(other.access()) && other.option() != step.option()) {
        others.add(locations.show(access.location(), other.answer()));
      }
    }
    return others.isEmpty() ? "" : "could have read " + String.join(" or ", others) + "; ";
  }

  /** What was answered on the way from one step to the next. */
  private String returned(Position from, Position to, Step step) {
    Position at = from;
    List<String> all = new ArrayList<>();
    Position.Edge edge = at.edges.get(answer(step, state.waiting().sleeper(step.side())));
    while (edge != null) {
      for (Position.Happened one : edge.happened()) {
        if (one instanceof Position.Returned back) {
          named.remove(step.side());
          all.add(String.valueOf(back.answer()));
          return " -> " + String.join(", ", all); // what comes after it is the next operation's
        }
        all.add(String.valueOf(((Position.Said) one).what()));
      }
      at = edge.to();
      edge = at.equals(to) || at.edges.size() != 1 ? null : at.edges.values().iterator().next();
    }
    return all.isEmpty() ? "" : " -> " + String.join(", ", all);
  }

  private static long answer(Step step, Waiting.@Nullable Place sleeper) {
    int depth = sleeper == null ? 0 : sleeper.depth();
    return switch (step.option()) {
      case Step.SPURIOUS -> Moving.woken(Woken.OK, depth);
      case Step.TIMES_OUT -> sleeper == null ? 0 : Moving.woken(Woken.TIMED_OUT, depth);
      case Step.INTERRUPTED ->
          step.isAccess() ? step.answer() : Moving.woken(Woken.INTERRUPTED, depth);
      case Step.DRAINS, Step.DIES -> -2;
      default -> step.answer();
    };
  }

  /** What each side may load, where it is not the newest store alone. */
  private List<View> views(Memory memory) {
    List<View> views = new ArrayList<>();
    for (int location : shown) {
      if (!locations.isShared(location)) {
        continue;
      }
      String newest = value(location, memory.latest(location));
      for (int side = 0; side < program.countOfOthers(); side++) {
        int of = location;
        List<String> values =
            memory.loads(side, location, Mode.OPAQUE).stream()
                .map(read -> value(of, read.value()))
                .toList();
        if (!values.equals(List.of(newest))) {
          views.add(new View(side, locations.nameOf(location), values));
        }
      }
    }
    return views;
  }

  private String value(int location, long value) {
    return locations.isWord(location) ? StepText.value(value) : locations.show(location, value);
  }

  private String show(Memory memory) {
    return shown.stream()
        .filter(locations::isShared)
        .map(at -> locations.nameOf(at) + "=" + value(at, memory.latest(at)))
        .collect(Collectors.joining(" "));
  }
}

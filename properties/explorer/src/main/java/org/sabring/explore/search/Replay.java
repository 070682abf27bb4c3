package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.Step;
import org.sabring.explore.Story;
import org.sabring.explore.Story.Held;
import org.sabring.explore.Story.Line;
import org.sabring.explore.Story.View;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.SourceLine;
import org.sabring.explore.search.Position.Happened;
import org.sabring.explore.search.Position.Said;
import org.sabring.explore.search.Transition.Unseen;

/**
 * A replay of a schedule, told line by line. What a side has chosen to call is told with the first
 * step of the call.
 */
final class Replay {

  private final Program program;
  private final Transitions moves;
  private final LocationTable locations;
  private final StepText text;
  private final List<Line> lines = new ArrayList<>();

  /** The locations that the story is about: the words, and what steps were about. */
  private final TreeSet<Integer> shown = new TreeSet<>();

  /** The beginning of the call that each side was told to be in last. */
  private final Map<Integer, Position> named = new HashMap<>();

  private record Value(int location, long value) {}

  private record Origin(int side, int step) {}

  /** Who has stored a value to a location, and in which step. */
  private final Map<Value, List<Origin>> origins = new HashMap<>();

  private State state;
  private @Nullable PropertyViolation breach;

  Replay(Transitions of) {
    program = of.program();
    moves = of.traced();
    locations = program.scene().locations();
    text = new StepText(program);
    Transition start = moves.begin();
    state = Objects.requireNonNull(start.to());
    IntStream.range(0, program.words()).forEach(shown::add);
    line(-1, "", null, start.memory(), state, "", null);
    tellUnseen(start);
    breach = start.breach();
  }

  /**
   * Takes the steps of a schedule.
   *
   * @throws IllegalArgumentException naming the first choice that is not there to be chosen
   */
  Replay follow(Schedule schedule) {
    int taken = 0;
    for (Choice choice : schedule.choices()) {
      Transition move = breach == null ? chosen(choice) : null;
      taken++;
      if (move == null) {
        throw new IllegalArgumentException(
            "schedule: step %d is %s, which is not possible there".formatted(taken, choice));
      }
      if (!move.step().isChoice()) {
        tell(move);
      }
      tellUnseen(move);
      breach = move.breach();
      state = move.to() == null ? state : move.to();
    }
    return this;
  }

  private @Nullable Transition chosen(Choice choice) {
    for (Transition move : moves.from(state)) {
      if (moves.choice(move).equals(choice)) {
        return move;
      }
    }
    return null;
  }

  /** The state that the schedule ends in; the one before it if the last step broke a promise. */
  State state() {
    return state;
  }

  Story story(String title) {
    return new Story(
        title, IntStream.range(0, program.count()).mapToObj(program::letter).toList(), lines);
  }

  private void tell(Transition move) {
    Step step = move.step();
    Access access = step.access();
    Position position = state.at(step.side());
    if (access != null && access.isOfLocation()) {
      shown.add(access.location());
    }
    String name = access == null ? "" : nameOf(step.side(), position);
    boolean breaks = move.breach() != null && move.trace().unseen().isEmpty();
    line(
        step.side(),
        name + text.of(step, position.access) + origin(step) + returned(move),
        known(step),
        move.to() == null ? move.memory() : move.to().memory(),
        after(move),
        StepText.note(step) + instead(step) + (breaks ? broken(move) : ""),
        access == null ? null : position.line);
  }

  /** What sides did at once after a step that no other side could see. */
  private void tellUnseen(Transition move) {
    List<Unseen> all = move.trace().unseen();
    for (int i = 0; i < all.size(); i++) {
      Unseen one = all.get(i);
      shown.add(one.access().location());
      Step step = new Step(one.side(), Step.FIRST, one.access(), one.answer(), 0);
      boolean breaks = move.breach() != null && i == all.size() - 1;
      line(
          one.side(),
          nameOf(one.side(), one.at()) + text.of(step, one.access()) + origin(step),
          known(step),
          one.after(),
          after(move),
          breaks ? broken(move) : "",
          one.at().line);
    }
  }

  /** In which step another side has stored what was read, if that is clear. */
  private String origin(Step step) {
    Access access = step.access();
    if (access == null || !access.isOfLocation() || locations.isWord(access.location())) {
      return "";
    }
    Value read = new Value(access.location(), step.answer());
    List<Origin> from = access.loads() ? origins.getOrDefault(read, List.of()) : List.of();
    Update update = access.update();
    if (update == null ? access.stores() : update.stores(step.answer())) {
      long value = update == null ? access.argument() : update.apply(step.answer());
      origins
          .computeIfAbsent(new Value(access.location(), value), key -> new ArrayList<>())
          .add(new Origin(step.side(), lines.size()));
    }
    boolean clear = from.size() == 1 && from.get(0).side() != step.side();
    return clear ? ", from step " + from.get(0).step() : "";
  }

  private void line(
      int side,
      String did,
      @Nullable Held known,
      Memory after,
      State sides,
      String note,
      @Nullable SourceLine source) {
    List<Integer> asleep =
        IntStream.range(0, program.count()).filter(sides::isAsleep).boxed().toList();
    lines.add(new Line(side, did, known, show(after), asleep, note, views(after), source));
  }

  /** The state after a step; the one before it if the step broke a promise. */
  private State after(Transition move) {
    return move.to() == null ? state : move.to();
  }

  /** What a step has read or stored. */
  private @Nullable Held known(Step step) {
    Access access = step.access();
    if (access == null || !access.isOfLocation()) {
      return null;
    }
    return switch (access.kind()) {
      case LOAD -> held(access.location(), step.answer());
      case STORE -> held(access.location(), access.argument());
      case ADD -> held(access.location(), step.answer() + access.argument());
      default -> null;
    };
  }

  private Held held(int location, long value) {
    return new Held(locations.nameOf(location), text.value(location, value));
  }

  private static String broken(Transition move) {
    return Objects.requireNonNull(move.breach()).found();
  }

  /** The call, with its first line. */
  private String nameOf(int side, Position position) {
    Position beginning = position.after(0);
    boolean begins = !beginning.equals(named.put(side, beginning));
    return begins ? position.operation().call() + ": " : "";
  }

  /** What else a load could have given here. */
  private String instead(Step step) {
    Access access = step.access();
    if (access == null
        || access.kind() != Access.Kind.LOAD
        || locations.isWord(access.location())) {
      return "";
    }
    String others =
        moves.from(state, step.side()).stream()
            .map(Transition::step)
            .filter(other -> access.equals(other.access()) && other.option() != step.option())
            .map(other -> locations.show(access.location(), other.answer()))
            .collect(Collectors.joining(" or "));
    return others.isEmpty() ? "" : "could have read " + others + "; ";
  }

  /** What was said and answered after a step; what comes after it is the next call's. */
  private String returned(Transition move) {
    if (move.to() == null) {
      return "";
    }
    List<String> all = new ArrayList<>();
    for (Happened one : move.trace().happened()) {
      if (one instanceof Position.Returned returned) {
        named.remove(move.step().side());
        all.add(returned.answer().toString());
        break;
      }
      all.add(((Said) one).what().toString());
    }
    return all.isEmpty() ? "" : " -> " + String.join(", ", all);
  }

  /** What each side may load, where it is not the newest store alone. */
  private List<View> views(Memory memory) {
    List<View> views = new ArrayList<>();
    for (int location : shown) {
      for (int side = 0; locations.isShared(location) && side < program.countOfOthers(); side++) {
        List<String> values =
            memory.loads(side, location, Mode.OPAQUE).stream()
                .map(read -> text.value(location, read.value()))
                .toList();
        if (!values.equals(List.of(text.value(location, memory.latest(location))))) {
          views.add(new View(side, locations.nameOf(location), values));
        }
      }
    }
    return views;
  }

  private List<Held> show(Memory memory) {
    return shown.stream()
        .filter(locations::isShared)
        .map(at -> held(at, memory.latest(at)))
        .toList();
  }
}

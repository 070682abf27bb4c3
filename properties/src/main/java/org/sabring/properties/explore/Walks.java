package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Schedule.Choice;
import org.sabring.properties.explore.memory.MemoryModel;

/**
 * Random schedules, for programs with too many states to explore: what they find is found, and what
 * they do not find is unknown. A schedule that is found is not the shortest.
 */
public final class Walks {

  /** A walk that is longer goes round in circles. */
  private static final int LONGEST = 100_000;

  private final Program program;
  private final Moves moves;
  private final Random random;
  private final List<Choice> choices = new ArrayList<>();
  private final TreeSet<String> outcomes = new TreeSet<>();
  private long steps;
  private int walked;

  private Walks(Program program, Moves moves, long seed) {
    this.program = program;
    this.moves = moves;
    this.random = new Random(seed);
  }

  /**
   * Walks until something is found, and no more often than so many times. The same seed takes the
   * same walks.
   *
   * @throws InterruptedException when interrupted
   */
  public static Exploration of(
      Program program, MemoryModel model, Judge judge, Options options, long seed, int most)
      throws InterruptedException {
    long begun = System.nanoTime();
    Walks walks = new Walks(program, new Moves(program, model, judge, options), seed);
    List<Finding> findings = new ArrayList<>();
    while (findings.isEmpty() && walks.walked < most) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Breach breach = walks.walk();
      if (breach != null) {
        findings.add(Replay.finding(program, walks.moves, breach, Schedule.of(walks.choices)));
      }
    }
    return new Exploration(
        false,
        findings,
        Collections.unmodifiableSortedSet(walks.outcomes),
        0,
        walks.steps,
        walks.walked,
        walks.moves.runs(),
        (System.nanoTime() - begun) / 1e9);
  }

  private @Nullable Breach walk() {
    walked++;
    choices.clear();
    State state = moves.start();
    while (choices.size() < LONGEST) {
      List<Move> all = moves.from(state);
      if (all.stream().noneMatch(move -> move.step().isOwn())) {
        return end(new Rest(state), state.judge());
      }
      Move move = all.get(random.nextInt(all.size()));
      steps++;
      choices.add(new Choice(program.letter(move.step().side()), move.step().option()));
      State to = move.to();
      if (to == null) {
        return move.breach();
      }
      state = to;
    }
    return null;
  }

  private @Nullable Breach end(Rest rest, Judge judge) {
    outcomes.add(judge.outcome(rest));
    try {
      judge.rested(rest);
      return null;
    } catch (Breach breach) {
      return breach;
    }
  }
}

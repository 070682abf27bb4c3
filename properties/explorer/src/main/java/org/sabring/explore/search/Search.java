package org.sabring.explore.search;

import java.util.function.BiFunction;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.Story;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Execution.Learned;

/**
 * The state space of a program: with the memory that its sides share, who watches them, and what
 * may happen from outside.
 *
 * <p><b>What is learned.</b> Which locations the sides share is found out as their code runs. When
 * more is known than before, all that was explored is void, and has to be explored again from the
 * beginning. Therefore {@link #explore} is the only one to hand out {@link Transitions}: it repeats
 * whatever is done with them until nothing more is learned.
 */
public final class Search {

  /**
   * An exploration, from its beginning.
   *
   * @param <T> what comes of it
   * @param <E> what ends it
   */
  @FunctionalInterface
  public interface Exploring<T, E extends Exception> {
    T explore(Transitions moves) throws E;
  }

  final Program program;
  final BiFunction<Locations, Integer, Memory> fresh;
  final boolean findsRaces;
  final Monitor monitor;
  final Options options;
  private Transitions moves;

  /**
   * On a memory of any kind.
   *
   * @param fresh makes it, from its first values and for so many sides
   * @param findsRaces whether it does
   */
  public Search(
      Program program,
      BiFunction<Locations, Integer, Memory> fresh,
      boolean findsRaces,
      Monitor monitor,
      Options options) {
    this.program = program;
    this.fresh = fresh;
    this.findsRaces = findsRaces;
    this.monitor = monitor;
    this.options = options;
    moves = new Transitions(this, false);
  }

  /** On a memory that there is a model of. */
  public static Search of(Program program, MemoryModel model, Monitor monitor, Options options) {
    boolean findsRaces = model == MemoryModel.RA;
    return new Search(program, model::fresh, findsRaces, monitor, options);
  }

  /**
   * Explores, and begins again whenever more is learned on the way. The moves are the same as last
   * time if nothing was learned since. What is learned belongs to the program, and what is known of
   * its classes to its world, so of those who explore them on several threads the others wait.
   */
  public <T, E extends Exception> T explore(Exploring<T, E> exploring) throws E {
    synchronized (program.scene().lock()) {
      Learning.of(program);
      return repeat(exploring);
    }
  }

  <T, E extends Exception> T repeat(Exploring<T, E> exploring) throws E {
    while (true) {
      if (moves.areVoid()) {
        moves = new Transitions(this, false);
      }
      try {
        return exploring.explore(moves);
      } catch (Learned learned) {
        program.scene().forget();
      }
    }
  }

  /** A schedule, told step by step. */
  public Story story(Schedule schedule, String title) {
    return explore(now -> new Replay(now).follow(schedule).story(title));
  }

  /** What is broken at the end of a schedule. */
  public Finding finding(PropertyViolation breach, Schedule schedule) {
    return explore(now -> now.finding(breach, schedule));
  }

  /** How often code of a side has been run, since something was learned last. */
  public long runs() {
    return program.scene().runs();
  }
}

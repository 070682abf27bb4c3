package org.sabring.explore;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;
import org.sabring.explore.strategy.BreadthFirst;

/**
 * A model checker for one program: it explores every schedule, and every read that a memory model
 * permits.
 *
 * <p>Breadth first: states are explored in the order of their distance from the beginning, and a
 * state that equals one explored before is not explored again. So the first schedule to a violation
 * is one with the fewest steps. A state that breaks a promise is not explored further.
 */
public final class Explorer {

  private final Search search;
  private final MemoryModel model;
  private final Options options;
  private Predicate<List<Finding>> enough = findings -> !findings.isEmpty();
  private LongConsumer progress = states -> {};

  /** An explorer of one program. */
  public Explorer(Program program, MemoryModel model, Monitor monitor, Options options) {
    this.search = Search.of(program, model, monitor, options);
    this.model = model;
    this.options = options;
  }

  /** Goes on until there are such findings; else until the first. */
  public Explorer until(Predicate<List<Finding>> findingsAreEnough) {
    enough = findingsAreEnough;
    return this;
  }

  /** Tells now and then how many states there are. */
  public Explorer telling(LongConsumer howMany) {
    progress = howMany;
    return this;
  }

  /**
   * Explores.
   *
   * @throws InterruptedException when interrupted
   */
  public Exploration explore() throws InterruptedException {
    long begun = System.nanoTime();
    return search.explore(
        moves -> new BreadthFirst(moves, options, enough, progress).explore(begun));
  }

  /**
   * Runs one schedule, and tells it: one column a side, one line a step.
   *
   * @throws IllegalArgumentException naming the first choice that is not possible
   */
  public Story replay(Schedule schedule) {
    return search.story(schedule, model.words() + ", schedule " + schedule);
  }
}

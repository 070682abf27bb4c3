package org.sabring.properties.explore.graph;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.Step;
import org.sabring.explore.Story;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.search.Search;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;

/**
 * The state graph of a program of two sides under the projection of an {@link Observer}: the states
 * are gone through breadth first, and each step is handed on as a step from node to node. So the
 * first path to a node is a shortest one.
 *
 * <p><b>Choices are not steps.</b> To choose what to call changes nothing that the other side could
 * see, and nothing that the other side does changes the choice. So a side chooses at the last
 * moment, with the first step of what it calls: the same nodes are reached by the same steps, and
 * there are fewer states.
 *
 * <p><b>A call waits so many times.</b> A call that waits in a loop could wait for ever, each time
 * after one more spurious wake-up, and its positions have no end. Therefore a call that would wait
 * once more than the bound is not followed any further on that side. Nothing that is seen is wrong;
 * what is not seen may be missing, and whoever compares will notice.
 */
public final class AbstractGraph {

  private final Program program;
  private final Search search;
  private final int waits;
  private LongConsumer progress = states -> {};
  private PredecessorMap back = new PredecessorMap();
  private long steps;

  /**
   * The graph of a program.
   *
   * @param memory what the sides share: made from its first words, for so many sides
   * @param monitor what is remembered of the steps that were taken
   * @param waits how often one call may wait
   */
  public AbstractGraph(
      Program program,
      BiFunction<Locations, Integer, Memory> memory,
      Monitor monitor,
      Options options,
      int waits) {
    if (program.count() != 2) {
      throw new IllegalArgumentException("sides=" + program.count() + ", expected 2");
    }
    this.program = program;
    this.search = new Search(program, memory, false, monitor, options);
    this.waits = waits;
  }

  /** Tells now and then how many states there are. */
  public AbstractGraph telling(LongConsumer howMany) {
    progress = howMany;
    return this;
  }

  /** How many states of the program were gone through. */
  public long states() {
    return back.states();
  }

  /** How many steps of the program were taken. */
  public long steps() {
    return steps;
  }

  /**
   * Goes through the states, once. When more is found out about the program on the way, it begins
   * again, with another observer.
   *
   * @param fresh makes an observer that has seen nothing
   * @return the one that has seen it all
   * @throws InterruptedException when interrupted
   */
  public <T extends Observer> T show(Supplier<T> fresh) throws InterruptedException {
    return search.explore(
        moves -> {
          T observer = fresh.get();
          back = new PredecessorMap();
          steps = 0;
          new Pass(moves, observer).go();
          return observer;
        });
  }

  /** One way through all states, from the beginning. */
  private final class Pass {

    private final Transitions moves;
    private final Observer observer;
    private final ArrayDeque<State> open = new ArrayDeque<>();
    private final LongSet known = new LongSet();
    private final Map<Object, Integer> places = new HashMap<>();

    Pass(Transitions moves, Observer observer) {
      this.moves = moves;
      this.observer = observer;
    }

    void go() throws InterruptedException {
      State start = moves.start();
      reach(start, observer.node(start), -1, 0);
      boolean goesOn = true;
      for (int at = 0; goesOn && !open.isEmpty(); at++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (at % 65_536 == 65_535) {
          progress.accept(at);
        }
        goesOn = expand(open.remove(), at);
      }
    }

    private boolean expand(State state, int at) {
      for (Transition move : moves.from(state)) {
        if (!move.step().isChoice()) {
          if (!take(state, move, PredecessorMap.NO_CHOICE, at)) {
            return false;
          }
          continue;
        }
        State chosen = Objects.requireNonNull(move.to());
        for (Transition first : moves.from(chosen, move.step().side())) {
          if (!take(chosen, first, move.step().option(), at)) {
            return false;
          }
        }
      }
      return true;
    }

    /** Takes a step; the choice is the one just before it. */
    private boolean take(State from, Transition move, char choice, int at) {
      Step step = move.step();
      if (waits(step.access()) && waited(from, step.side()) == waits) {
        return true;
      }
      steps++;
      int way = PredecessorMap.way(step.side(), choice, step.option());
      State to = move.to();
      PropertyViolation breach = move.breach();
      if (step.isChoice()) {
        breach = new PropertyViolation("a call takes no step");
      } else if (to != null && to.isTooLong(step.side())) {
        breach = new PropertyViolation("a call goes round for ever");
      }
      if (to == null || breach != null) {
        back.last(at, way);
        observer.broken(back.node(at), step, Objects.requireNonNull(breach));
        return false;
      }
      int node = observer.node(to);
      if (!observer.step(back.node(at), step, to, node)) {
        back.last(at, way);
        return false;
      }
      reach(to, node, at, way);
      return true;
    }

    /**
     * A node says who sleeps, and what the memory holds: with it, the two positions and what each
     * side holds for itself are all there is to a state.
     */
    private void reach(State state, int node, int from, int way) {
      int number = places.computeIfAbsent(state.places(), unused -> places.size());
      if (known.add((long) node << 32 | number)) {
        back.add(node, from, way);
        open.add(state);
      }
    }
  }

  private static int waited(State state, int side) {
    return (int) state.asked(side).stream().filter(AbstractGraph::waits).count();
  }

  private static boolean waits(@Nullable Access access) {
    return access != null && access.kind() == Access.Kind.WAIT;
  }

  /**
   * A schedule that leads to a node, and no other is shorter.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Schedule to(int node) {
    return back.to(node, program);
  }

  /** The schedule of the step that ended the walk, and no other is shorter. */
  public Schedule toTheLast() {
    return back.toTheLast(program);
  }

  /** Tells a schedule: one column a side, one line a step. */
  public Story story(Schedule schedule, String title) {
    return search.story(schedule, title);
  }
}

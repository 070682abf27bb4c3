package org.sabring.properties.conform;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Schedule;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.graph.AbstractGraph;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.RingState;

/**
 * A comparison of the code of the ring with the law, edge for edge: the graph that the explorer
 * finds on sequentially consistent memory against the graph of the reference machine.
 *
 * <p><b>What is compared.</b> The law's states hold less than the program's: the law decides when a
 * ring is full whether its side is patient, Java when {@code put} or {@code offer} is called; so
 * several places in Java are one place in the law. What is compared is therefore the program's
 * graph with all states merged that are one state to the law ({@link RingObserver}). Zero extra
 * edges says that every step of the code, in whatever call, is the step of that name in the law.
 * Zero missing edges says that the law asks for nothing which no call of the code can do.
 *
 * <p><b>What makes it finite.</b> Counters are counted modulo the law's modulus, in the memory: the
 * ring never looks at them. A call is followed for so many waits ({@link AbstractGraph}); spurious
 * wake-ups, interrupts and times that are up may come at every wait.
 *
 * @param protocol the bounds of the law
 * @param ways which calls there are
 * @param waits how often one call may wait
 */
public record Conformance(Protocol protocol, Ways ways, int waits) {

  /**
   * The shipped code, against the law of the reference profile: with the bounds of its models, more
   * than two laps of elements and counters that are just long enough to tell what is to be told.
   */
  public static Conformance of(int capacity, Ways ways) {
    Protocol protocol =
        new Protocol(
            capacity,
            2 * capacity + 1,
            capacity + 2,
            Profile.REFERENCE,
            ways.mayWait(),
            ways.mayGiveUp());
    return new Conformance(protocol, ways, 1);
  }

  /** The same, with calls that are followed for so many waits. */
  public Conformance waiting(int most) {
    return new Conformance(protocol, ways, most);
  }

  /** What the comparison is made over. */
  Map<String, String> scope() {
    Map<String, String> scope = new LinkedHashMap<>();
    scope.put("memory", MemoryModel.SC.toString());
    scope.put("profile", protocol.profile().label());
    scope.put("capacity", Integer.toString(protocol.capacity()));
    scope.put("elements", Integer.toString(protocol.items()));
    scope.put("calls", ways.says());
    return scope;
  }

  /** The graph of the law. */
  public MachineGraph law() {
    return new MachineGraph(new ReferenceMachine(protocol));
  }

  /**
   * Compares.
   *
   * @param law the graph to hold the code against
   * @param progress hears now and then how many states of the code there have been
   * @throws InterruptedException when interrupted
   */
  public Comparison compare(MachineGraph law, LongConsumer progress) throws InterruptedException {
    long begun = System.nanoTime();
    RingLayout layout = RingLayout.compact(protocol.capacity());
    StepNames names = new StepNames(layout);
    AbstractGraph graph = graph(layout, names).telling(progress);
    RingObserver observer = graph.show(() -> new RingObserver(law, layout, names));
    Difference difference = difference(law, graph, observer);
    return new Comparison(
        difference,
        observer.states().cardinality(),
        observer.edges().cardinality(),
        graph.states(),
        graph.steps(),
        (System.nanoTime() - begun) / 1e9);
  }

  private AbstractGraph graph(RingLayout layout, StepNames names) {
    Menus menus = new Menus(ways, protocol.items());
    Program program = RingProgram.program(layout, menus.producer(), menus.consumer());
    Set<Integer> counters =
        Set.of(
            layout.produced(), layout.consumed(), layout.producerWaits(), layout.consumerWaits());
    Options options =
        ways.mayWait()
            ? Options.PLAIN.spurious(Options.ANY).interrupts(Options.ANY)
            : Options.PLAIN;
    return new AbstractGraph(
        program,
        (words, sides) ->
            new WrappedCounters(MemoryModel.SC.fresh(words, sides), counters, protocol.modulus()),
        Remembered.nothing(names),
        options,
        waits);
  }

  private static @Nullable Difference difference(
      MachineGraph law, AbstractGraph graph, RingObserver observer) {
    String extra = observer.found();
    if (extra != null) {
      Schedule schedule = graph.toTheLast();
      Interleaving story = Stories.of(graph.story(schedule, extra));
      return new Difference(observer.kind(), extra, schedule, story.lines().size() - 1, story);
    }
    int missing = missing(law, observer.states(), observer.edges());
    if (missing < 0) {
      return null;
    }
    int from = law.source(missing);
    RingState after = law.state(law.target(missing));
    String found =
        "the law allows a step that the code does not take: %s, then %s and %s"
            .formatted(after.describe(law.step(missing)), after.pStep(), after.cStep());
    Schedule schedule = graph.to(from);
    Interleaving story = Stories.of(graph.story(schedule, found));
    return new Difference(
        Difference.Kind.MISSING, found, schedule, story.lines().size() - 1, story);
  }

  /** The first step that the code should have taken, having come so far. */
  private static int missing(MachineGraph law, BitSet states, BitSet edges) {
    for (int edge = edges.nextClearBit(0);
        edge < law.edges();
        edge = edges.nextClearBit(edge + 1)) {
      if (states.get(law.source(edge))) {
        return edge;
      }
    }
    return -1;
  }
}

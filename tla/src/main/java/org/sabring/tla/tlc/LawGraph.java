package org.sabring.tla.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;
import org.sabring.tla.Model;

/**
 * The graph of the law as TLC finds it, held against that of a reference machine, edge for edge.
 * TLC writes its graph to a file, which is read once and then deleted.
 */
public final class LawGraph {

  /**
   * What came of it.
   *
   * @param states how many states TLC found
   * @param edges how many different steps
   * @param difference the first there is, by its distance from the beginning; null if none
   * @param story how to get there
   */
  public record Result(
      int states, int edges, @Nullable String difference, @Nullable Interleaving story) {}

  private static final Pattern CONTROL_PREFIX = Pattern.compile("^Mutant");
  private static final Map<String, RingStep> STEPS =
      Arrays.stream(RingStep.values()).collect(Collectors.toMap(RingStep::name, step -> step));

  private record Arrow(long from, @Nullable RingStep step, String action, long to) {}

  private final MachineGraph machine;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Long, RingState> strangers = new HashMap<>();
  private final List<Arrow> odd = new ArrayList<>();
  private final BitSet seen = new BitSet();
  private long[] sources = new long[1024];
  private long[] targets = new long[1024];
  private RingStep[] steps = new RingStep[1024];
  private int edges;

  private LawGraph(MachineGraph machine) {
    this.machine = machine;
  }

  /**
   * Compares.
   *
   * @param model the bounds, and for a control the mistake
   * @param machine what should be the same
   * @param folder where TLC may work
   * @throws InterruptedException if the caller gave up; TLC is gone then
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  public static Result compare(Model model, MachineGraph machine, Path folder)
      throws InterruptedException {
    LawGraph law = new LawGraph(machine);
    try (Tlc tlc = new Tlc(folder)) {
      Path dot = tlc.dump(model.unchecked());
      TlcGraph.read(dot, law.new Collecting());
      Files.delete(dot);
    } catch (IOException e) {
      throw new UncheckedIOException(model.name(), e);
    }
    return law.result();
  }

  private final class Collecting implements TlcGraph.Listener {
    @Override
    public void state(long id, TlaState state, boolean initial) {
      RingState ring = RingState.of(state.variables());
      numbers.put(id, machine.number(ring));
      if (machine.number(ring) < 0) {
        strangers.put(id, ring);
      }
    }

    @Override
    public void step(long from, String action, long to) {
      RingStep step = STEPS.get(CONTROL_PREFIX.matcher(action).replaceFirst(""));
      if (step == null) {
        odd.add(new Arrow(from, null, action, to));
        return;
      }
      if (edges == steps.length) {
        sources = Arrays.copyOf(sources, 2 * edges);
        targets = Arrays.copyOf(targets, 2 * edges);
        steps = Arrays.copyOf(steps, 2 * edges);
      }
      sources[edges] = from;
      targets[edges] = to;
      steps[edges++] = step;
    }
  }

  private Result result() {
    Arrow extra = null;
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < edges; i++) {
      int from = number(sources[i]);
      int to = number(targets[i]);
      int edge = from < 0 || to < 0 ? -1 : machine.edge(from, steps[i], to);
      if (edge >= 0) {
        seen.set(edge);
      } else if (from >= 0 && from < nearest) {
        nearest = from;
        extra = new Arrow(sources[i], steps[i], steps[i].name(), targets[i]);
      }
    }
    for (Arrow arrow : odd) {
      int from = number(arrow.from());
      if (from >= 0 && from < nearest) {
        nearest = from;
        extra = arrow;
      }
    }
    int missing = missing();
    if (missing >= 0 && machine.source(missing) <= nearest) {
      return missing(missing);
    }
    return extra == null
        ? new Result(numbers.size(), seen.cardinality(), null, null)
        : extra(extra, nearest);
  }

  private int number(long id) {
    return numbers.getOrDefault(id, -1);
  }

  /** The first step of the machine that TLC does not take, from a state that it knows. */
  private int missing() {
    BitSet known = new BitSet();
    numbers.values().stream().filter(number -> number >= 0).forEach(known::set);
    int edge = seen.nextClearBit(0);
    while (edge < machine.edges() && !known.get(machine.source(edge))) {
      edge = seen.nextClearBit(edge + 1);
    }
    return edge < machine.edges() ? edge : -1;
  }

  private Result missing(int edge) {
    List<Integer> way = new ArrayList<>(machine.way(machine.source(edge)));
    way.add(edge);
    RingState after = machine.state(machine.target(edge));
    String found = "the machine takes a step that the law does not: ";
    return found(found + after.describe(machine.step(edge)), way);
  }

  private Result extra(Arrow arrow, int from) {
    RingState to = strangers.get(arrow.to());
    int known = number(arrow.to());
    RingState after = to == null && known >= 0 ? machine.state(known) : to;
    RingStep step = arrow.step();
    String did =
        step == null || after == null
            ? arrow.action()
            : after.describe(step) + ", " + after.picture().text();
    return found("the law takes a step that the machine does not: " + did, machine.way(from));
  }

  private Result found(String difference, List<Integer> way) {
    String text = "after %d steps: %s".formatted(way.size(), difference);
    return new Result(numbers.size(), edges, text, machine.story(text, way));
  }
}

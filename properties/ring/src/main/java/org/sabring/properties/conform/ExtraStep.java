package org.sabring.properties.conform;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * A step that the code takes and the law does not have.
 *
 * @param kind what it is that differs
 * @param text what the code does, and what the law has that side do there
 */
record ExtraStep(Difference.Kind kind, String text) {

  private static final String EXTRA = "the code takes a step that the law does not allow: ";

  /**
   * What the code does.
   *
   * @param side whose step it is
   * @param name which step of the law the access is; null if none
   * @param access the access; null for a wake-up
   * @param to the state that it leads to; null if a side is then about to do what no step does
   * @param next the access that the side is about to make then; null if none within the call
   */
  record Taken(
      RingSide side,
      @Nullable RingStep name,
      @Nullable Access access,
      @Nullable RingState to,
      @Nullable Access next) {}

  /** How a step differs from those that the law has at a node. */
  static ExtraStep of(MachineGraph law, int node, Taken taken) {
    int[] edges =
        IntStream.range(law.first(node), law.first(node + 1))
            .filter(edge -> law.step(edge).side() == taken.side())
            .toArray();
    for (int edge : edges) {
      if (law.step(edge) == taken.name()) {
        return elsewhere(taken.name(), taken, law.state(law.target(edge)));
      }
    }
    List<RingStep> allowed = IntStream.of(edges).mapToObj(law::step).distinct().toList();
    String text =
        (taken.name() == null ? "one that has no name in the law" : taken.name())
            + "; the law allows "
            + (allowed.isEmpty() ? "this side nothing" : allowed);
    return new ExtraStep(Difference.Kind.STEP, EXTRA + text);
  }

  /** The law has the step, and it leads to another state there. */
  private static ExtraStep elsewhere(RingStep name, Taken taken, RingState lawful) {
    String text = EXTRA + name + " leads elsewhere: ";
    RingState to = taken.to();
    if (to == null) {
      return new ExtraStep(Difference.Kind.STEP, text + "what comes next has no name in the law");
    }
    List<RecordComponent> differing = differing(to, lawful);
    boolean whereTheyStand = differing.stream().allMatch(v -> v.getType() == RingStep.class);
    return new ExtraStep(
        whereTheyStand ? Difference.Kind.STEP : Difference.Kind.STATE,
        text + String.join("; ", differing.stream().map(v -> say(v, to, lawful)).toList()));
  }

  private static List<RecordComponent> differing(RingState code, RingState law) {
    List<RecordComponent> differing = new ArrayList<>();
    for (RecordComponent variable : RingState.class.getRecordComponents()) {
      if (!value(variable, code).equals(value(variable, law))) {
        differing.add(variable);
      }
    }
    return differing;
  }

  /** For example {@code slot=[0, 1], by the law [1, 0]}. */
  private static String say(RecordComponent variable, RingState code, RingState law) {
    return variable.getName()
        + "="
        + value(variable, code)
        + ", by the law "
        + value(variable, law);
  }

  private static Object value(RecordComponent variable, RingState state) {
    try {
      return variable.getAccessor().invoke(state);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

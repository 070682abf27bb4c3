package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/** The drawing of a behaviour that TLC found in the common form. */
final class TlaTrace {

  private static final int MOST_OTHERS = 8;

  private TlaTrace() {}

  /**
   * @param title what it shows
   * @param report a run of a model; one that does not build on {@code CursorRing} is drawn by the
   *     conventions of {@link WeakTrace}
   */
  static Interleaving draw(String title, TlcReport report) {
    List<TlaState> states = report.trace();
    if (!states.get(0).variables().keySet().containsAll(RingState.VARIABLES)) {
      return WeakTrace.draw(title, states, end(report));
    }
    List<Interleaving.Line> lines = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      boolean last = i == states.size() - 1;
      String note = last ? end(report) : "";
      lines.add(line(i == 0 ? null : states.get(i - 1), states.get(i), note));
    }
    return new Interleaving(title, lines);
  }

  private static Interleaving.Line line(@Nullable TlaState before, TlaState state, String note) {
    RingState ring = RingState.of(state.variables());
    String others = others(before, state).strip();
    if (before == null) {
      return new Interleaving.Line(null, "at first", ring.picture().with(others), note);
    }
    RingState prior = RingState.of(before.variables());
    if (prior.equals(ring)) {
      MemoryPicture picture = ring.picture().with(others);
      return new Interleaving.Line(side(state.action()), state.action(), picture, note);
    }
    return ring.line(step(prior, ring), others, note);
  }

  /** Who took a step that leaves the ring alone: the side that its stream is on. */
  private static @Nullable RingSide side(String action) {
    if (action.startsWith("Writer")) {
      return RingSide.PRODUCER;
    }
    return action.startsWith("Reader") ? RingSide.CONSUMER : null;
  }

  /**
   * The step between two states. It is not taken from the name of the action, because TLC does not
   * tell the actions apart that a control wraps in one of its own.
   */
  private static RingStep step(RingState before, RingState after) {
    boolean notified = before.cStep() == RingStep.CNotify && after.cStep() != RingStep.CNotify;
    boolean consumerStill =
        before.cStep() == after.cStep()
            && before.cWrite() == after.cWrite()
            && before.cRead() == after.cRead();
    if (before.pStep() == RingStep.PNotify && after.pStep() != RingStep.PNotify) {
      return RingStep.PNotify;
    }
    if (!consumerStill || notified) {
      boolean cancels = before.cStep() == RingStep.CLoadWrite && after.cStep() == RingStep.CCancel;
      return cancels ? RingStep.CLoadRead : stepAt(before.cStep());
    }
    return stepAt(before.pStep());
  }

  private static RingStep stepAt(RingStep place) {
    return switch (place) {
      case PAsleep -> RingStep.PWake;
      case CAsleep -> RingStep.CWake;
      default -> place;
    };
  }

  private static String end(TlcReport report) {
    if (report.loop().isPresent()) {
      return "and so on for ever, from step " + report.loop().getAsInt();
    }
    return report.outcome() == TlcReport.Outcome.PROPERTY_VIOLATED && report.violated() == null
        ? "and nothing more happens, or this step is the mistake"
        : "";
  }

  /** The variables beside those of the ring; where there are many, those that the step changed. */
  private static String others(@Nullable TlaState before, TlaState state) {
    Map<String, String> others = new TreeMap<>(state.variables());
    RingState.VARIABLES.forEach(others::remove);
    if (before != null && others.size() > MOST_OTHERS) {
      others.entrySet().removeAll(before.variables().entrySet());
    }
    StringBuilder text = new StringBuilder();
    others.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }
}

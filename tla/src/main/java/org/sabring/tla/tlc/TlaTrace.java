package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/** The drawing of a behaviour that TLC found in the common form. */
final class TlaTrace {

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
    String others = others(state.variables()).strip();
    if (before == null) {
      return new Interleaving.Line(null, "at first", ring.picture().with(others), note);
    }
    return ring.line(step(RingState.of(before.variables()), ring), others, note);
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

  /** The variables that a control adds to those of the ring. */
  private static String others(Map<String, String> variables) {
    Map<String, String> others = new TreeMap<>(variables);
    RingState.VARIABLES.forEach(others::remove);
    StringBuilder text = new StringBuilder();
    others.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }
}

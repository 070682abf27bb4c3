package org.sabring.spec.trace;

import java.util.Locale;

/** The kind of a trace file: steps or a history. */
public enum TraceKind {
  /** What the two sides were asked and answered, seen from outside. */
  HISTORY,
  /** The steps that the two sides took, seen from inside. */
  STEPS;

  /** The name of this kind in trace files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.sabring.spec.trace;

import org.sabring.spec.law.Labelled;

/** The kind of a trace file: steps or a history. */
public enum TraceKind implements Labelled {
  /** What the two sides were asked and answered, seen from outside. */
  HISTORY,
  /** The steps that the two sides took, seen from inside. */
  STEPS
}

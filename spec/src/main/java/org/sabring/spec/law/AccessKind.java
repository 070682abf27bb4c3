package org.sabring.spec.law;

import java.util.Locale;

/** The kind of access that a step makes to a word. */
public enum AccessKind {
  LOAD,
  STORE,
  /** Adds one. */
  ADD,
  WAIT,
  NOTIFY;

  /** The name of this access in traces. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

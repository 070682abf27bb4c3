package org.sabring.spec.law;

/** The kind of access that a step makes to a word. */
public enum AccessKind implements Labelled {
  LOAD,
  STORE,
  /** Adds one. */
  ADD,
  WAIT,
  NOTIFY
}

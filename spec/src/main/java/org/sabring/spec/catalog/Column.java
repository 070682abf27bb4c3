package org.sabring.spec.catalog;

/** A column of the matrix of mutants: a layer, and a memory or a way of looking. */
public enum Column {
  MODEL("model", "model"),
  PROOF("proof", "proof"),
  WEAK_TSO("weak tso", "weak"),
  WEAK_RA("weak ra", "weak"),
  /** At capacity 2; what differs from the law's graph: a state, a step, or a step not taken. */
  CONFORMANCE("conformance", "conformance"),
  EXPLORE_SC("explore sc", "explore"),
  EXPLORE_TSO("explore tso", "explore"),
  EXPLORE_RA("explore ra", "explore"),
  /**
   * What callers see under release/acquire: calls and answers, races, and who sleeps at the end.
   */
  CALLERS("callers ra", "explore"),
  ONE_THREAD("one thread", "property"),
  TWO_THREADS("two threads", "property"),
  /** Sampled programs and schedules, on SC and release/acquire memory. */
  SCHEDULES("schedules", "property"),
  RACE("race", "race"),
  /** What the step oracle says of traces that are recorded in the explorer. */
  ORACLE("oracle", "explore"),
  /** The checks of the mutant's own rules that fail on the shipped streams with the mistake. */
  STREAM_CHECKS("stream checks", "stream"),
  /** The comparison with a real Node, by sampled scripts. */
  NODE("node", "stream"),
  /** Reactive Streams' own test kit. */
  TEST_KIT("test kit", "stream");

  private final String label;
  private final String layer;

  Column(String label, String layer) {
    this.label = label;
    this.layer = layer;
  }

  /** Its name in the data and in tables. */
  public String label() {
    return label;
  }

  /** The layer that fills it. */
  public String layer() {
    return layer;
  }

  /**
   * Whether its layer has one check of the mutant's own name, and a caught cell says what that
   * finds: rules, checks, or what differs; else a caught cell names the checks.
   */
  public boolean isRun() {
    return layer.equals("explore")
        || layer.equals("property")
        || this == CONFORMANCE
        || this == STREAM_CHECKS;
  }

  /** The layers that are the same in every run: what they catch they always catch. */
  public boolean isDeterministic() {
    return switch (this) {
      case ONE_THREAD, TWO_THREADS, SCHEDULES, RACE, NODE, TEST_KIT -> false;
      default -> true;
    };
  }
}

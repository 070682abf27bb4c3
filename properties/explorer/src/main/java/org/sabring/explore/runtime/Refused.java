package org.sabring.explore.runtime;

/**
 * A refusal: the code under test does something that the engine cannot follow, so that whatever it
 * said of that code would be worth nothing.
 */
public final class Refused extends Error {

  private static final long serialVersionUID = 1L;

  private Refused(String message) {
    super(message);
  }

  /**
   * A refusal that names class, method and line of the code that runs now.
   *
   * @param what it does
   * @param advice what to do about it
   */
  public static Refused of(String what, String advice) {
    return at(SourceLine.path(), what, advice);
  }

  /** Whoever catches it, what runs now is refused. */
  static Refused at(String where, String what, String advice) {
    Refused refused = new Refused("%s: %s; %s".formatted(where, what, advice));
    Execution execution = Execution.running();
    return execution == null ? refused : execution.refuse(refused);
  }
}

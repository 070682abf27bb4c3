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
  static Refused of(String what, String advice) {
    return new Refused("%s: %s; %s".formatted(SourceLine.now(), what, advice));
  }
}

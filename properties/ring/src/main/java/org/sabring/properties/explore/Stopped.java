package org.sabring.properties.explore;

/** Leaves an operation at an access that has no answer yet. */
final class Stopped extends Error {

  private static final long serialVersionUID = 1L;

  Stopped() {
    super("the explorer stopped the operation here", null, false, false);
  }
}

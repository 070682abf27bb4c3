package org.sabring.properties.trial;

/** Looks at every call of a program as it is made. */
@FunctionalInterface
interface Watch {

  /** A call has been made. Throws a {@link Violation} if it may not have gone that way. */
  void saw(CallRecord record);
}

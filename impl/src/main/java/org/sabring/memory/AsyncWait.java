package org.sabring.memory;

/**
 * A place in the waiter list of a word that no thread sleeps in: what {@link SharedInts#awaitAsync}
 * gives to a caller that may not block. Any thread may use it.
 */
public interface AsyncWait {

  /**
   * Leaves the waiter list. Takes the lock of that list, so it either comes before a notification
   * or after it, never in between.
   *
   * @return true when the callback has not been called and never will be; false when a notification
   *     came first, so that the callback has been called, is being called or is about to be, or
   *     when this was cancelled before
   */
  boolean cancel();
}

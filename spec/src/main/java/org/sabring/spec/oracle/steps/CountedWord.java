package org.sabring.spec.oracle.steps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** A word whose values only grow, and those of its stores that the other side may still load. */
final class CountedWord {

  /**
   * A value of the word.
   *
   * @param version which
   * @param reached how far the side that stored it had come
   * @param shows how far whoever acquires it knows that it had come
   */
  record Stored(long version, long reached, long shows) {}

  private final int kept;
  private final Deque<Stored> stores = new ArrayDeque<>();
  private long first;
  private long version;
  private long notified;

  /**
   * @param kept so many stores are known, at most
   */
  CountedWord(int kept) {
    this.kept = kept;
  }

  /** Begins with a value, stored where its side begins. */
  void begin(long value, long start) {
    first = value;
    version = value;
    notified = value;
    stores.add(new Stored(value, start, start));
  }

  void store(long value, long reached, long shows) {
    version = value;
    if (!stores.isEmpty() && stores.getLast().version() == value) {
      stores.removeLast();
    }
    stores.addLast(new Stored(value, reached, shows));
    if (stores.size() > kept) {
      stores.removeFirst();
    }
  }

  /** The store that a load of a value saw; none before it can be loaded any more. */
  Stored load(long value) {
    while (stores.size() > 1 && stores.getFirst().version() < value) {
      stores.removeFirst();
    }
    return Objects.requireNonNull(stores.peekFirst());
  }

  /** Whether this value was stored, or is from before the recording. */
  boolean has(long value) {
    if (value <= first || value == version) {
      return true;
    }
    for (Stored stored : stores) {
      if (stored.version() >= value) {
        return stored.version() == value;
      }
    }
    return false;
  }

  void notifyNewest() {
    notified = version;
  }

  /** Its value at first. */
  long first() {
    return first;
  }

  /** Its newest value. */
  long version() {
    return version;
  }

  /** The newest value that was notified. */
  long notified() {
    return notified;
  }
}

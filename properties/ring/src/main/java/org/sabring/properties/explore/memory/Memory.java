package org.sabring.properties.explore.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shared memory, and what may become of it. A value: immutable, and equal to another
 * exactly if both may go on in the same ways.
 *
 * <p>Where more than one thing may happen the answer is a list. Its first entry is what would
 * happen on a sequentially consistent memory: the newest store is read, a store becomes the newest.
 */
public interface Memory {

  /**
   * What a load gives.
   *
   * @param value the value
   * @param age how many stores to the word are newer than the one read, in the order all agree on
   * @param memory the memory afterwards
   */
  record Read(int value, int age, Memory memory) {}

  /** All that a load may give. */
  List<Read> loads(int side, int word, Mode mode);

  /** All that a store may do. */
  List<Memory> stores(int side, int word, int value, Mode mode);

  /** All that an atomic addition may do; the value is the one before it. */
  List<Read> updates(int side, int word, int delta);

  /** After a full fence. */
  Memory fenced(int side);

  /**
   * After the side has held the lock of the word's waiter list, as one step: it knows what all had
   * done who held it before, and tells all who hold it later what it has done. Java's waiter lists
   * share one lock, which would order more; what holds here needs no more than one a word.
   */
  Memory locked(int side, int word);

  /** After the oldest store that only the side itself sees has reached all; null if none waits. */
  @Nullable Memory drained(int side);

  /** The last value of a word, in the order that all agree on. */
  int latest(int word);

  /** The race that there has been, if any. */
  @Nullable Race race();

  /** All that an addition may do that is an opaque load and an opaque store. */
  default List<Read> additions(int side, int word, int delta) {
    List<Read> all = new ArrayList<>();
    for (Read read : loads(side, word, Mode.OPAQUE)) {
      for (Memory after : read.memory().stores(side, word, read.value() + delta, Mode.OPAQUE)) {
        all.add(new Read(read.value(), read.age(), after));
      }
    }
    return all;
  }
}

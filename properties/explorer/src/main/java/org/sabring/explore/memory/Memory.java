package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shared memory, with its transition relation. A value: immutable, and equal to
 * another of the same program exactly if both may go on in the same ways.
 *
 * <p>Where more than one thing may happen the answer is a list. Its first entry is what would
 * happen on a sequentially consistent memory: the newest store is read, a store becomes the newest.
 */
public interface Memory {

  /**
   * What a load gives.
   *
   * @param value the value
   * @param age how many stores to the location are newer than the one read, in the order that all
   *     sides agree on
   * @param memory the memory afterwards
   */
  record Read(long value, int age, Memory memory) {}

  /** All that a load may give. */
  List<Read> loads(int side, int location, Mode mode);

  /** All that a store may do. */
  List<Memory> stores(int side, int location, long value, Mode mode);

  /**
   * All that an atomic update may do; the value is the one before it. In mode {@code ACQUIRE} only
   * its load is ordered, in mode {@code RELEASE} only its store, in mode {@code VOLATILE} both; a
   * plain one is as an opaque one, and never part of a race with another update. A compare-and-set
   * that finds another value than expected is a load.
   */
  List<Read> updates(int side, int location, Update update, Mode mode);

  /**
   * All that an addition may do that is an opaque load and then an opaque store, as one step but
   * not atomic: a store of another side may come between the one read and the one made. The value
   * is the one before it.
   */
  default List<Read> additions(int side, int location, long delta, int bits) {
    Update sum = Update.adding(delta, bits);
    List<Read> all = new ArrayList<>();
    for (Read read : loads(side, location, Mode.OPAQUE)) {
      long value = sum.apply(read.value());
      for (Memory after : read.memory().stores(side, location, value, Mode.OPAQUE)) {
        all.add(new Read(read.value(), read.age(), after));
      }
    }
    return all;
  }

  /** After a fence. */
  Memory fenced(int side, Fence fence);

  /**
   * After a step that keeps its order with the volatile accesses of all sides, as one of them would
   * that nobody reads: to park, and to unpark somebody. It hands nothing else over.
   */
  Memory ordered(int side);

  /** After the side has taken a lock: it knows what the lock hands over. */
  Memory acquired(int side, int lock);

  /** After the side has given a lock back, which now hands over all that the side knows as well. */
  Memory released(int side, int lock);

  /** After the side has taken a lock and given it back, as one step. */
  default Memory locked(int side, int lock) {
    return acquired(side, lock).released(side, lock);
  }

  /**
   * After the end of a constructor with final fields: the object hands over what the side knows, to
   * whoever goes through one of these fields.
   */
  Memory frozen(int side, int object);

  /**
   * After the side has found, in a final field of an object or through a chain of references that
   * began in one, a reference to another object. Of the locations of that one, and of no other, it
   * knows what was handed over when the first was frozen. A race stays that of the last access.
   */
  Memory dereferenced(int side, int from, int to);

  /** After the oldest store that only the side itself sees has reached all; null if none waits. */
  @Nullable Memory drained(int side);

  /**
   * After the last step of the side. What only it could have seen is forgotten; what it knew is
   * kept, together with what others knew that have finished. A race stays that of the last access.
   */
  Memory finished(int side);

  /**
   * After the side has waited for the end of another: it knows all that the other knew, or if that
   * one has {@linkplain #finished finished}, all that those knew who have. A side that has finished
   * itself goes on by this, as a new one that knows as much. What is forgotten it does not get
   * back, so it must wait for all others before it takes a step.
   */
  Memory joined(int side, int other);

  /**
   * After the object of a location has become garbage, to which one side alone had a reference: as
   * if nobody had accessed the location.
   */
  Memory forgotten(int location);

  /** The last value of a location, in the order that all sides agree on. */
  long latest(int location);

  /**
   * The race that the last access was part of, if any. The memory goes on as if there had been
   * none, so that a later race is found as well.
   */
  @Nullable DataRace race();
}

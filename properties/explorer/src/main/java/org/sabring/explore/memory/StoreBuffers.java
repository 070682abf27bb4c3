package org.sabring.explore.memory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The x86-TSO memory model: a store buffer for each side. A store goes into the side's own buffer
 * and reaches the memory later, first in first out; a load gives the newest store in the own
 * buffer, or else the memory. A volatile store, an atomic update, a full fence and a lock empty the
 * buffer before the side goes on; other modes add nothing. What the compiler may reorder is left
 * out.
 *
 * <p>Without buffers it is the sequentially consistent memory: a store is seen by all at once.
 */
final class StoreBuffers implements Memory {

  private static final long[] EMPTY = {};

  private final Values values;

  /**
   * For each side the stores that wait, oldest first: location, value, location, and so on. There
   * are none where stores do not wait.
   */
  private final long[][] buffers;

  /** For so many sides with a buffer. */
  StoreBuffers(Values values, int buffered) {
    this(values, new long[buffered][]);
    Arrays.fill(buffers, EMPTY);
  }

  private StoreBuffers(Values values, long[][] buffers) {
    this.values = values;
    this.buffers = buffers;
  }

  private StoreBuffers with(Values next, int side, long[] buffer) {
    long[][] all = buffers.clone();
    all[side] = buffer;
    return new StoreBuffers(next, all);
  }

  private long[] buffer(int side) {
    return buffers.length == 0 ? EMPTY : buffers[side];
  }

  private long seenBy(int side, int location) {
    long[] buffer = buffer(side);
    for (int i = buffer.length - 2; i >= 0; i -= 2) {
      if (buffer[i] == location) {
        return buffer[i + 1];
      }
    }
    return values.get(location);
  }

  private StoreBuffers buffered(int side, int location, long value) {
    long[] buffer = Arrays.copyOf(buffers[side], buffers[side].length + 2);
    buffer[buffer.length - 2] = location;
    buffer[buffer.length - 1] = value;
    return with(values, side, buffer);
  }

  private StoreBuffers emptied(int side) {
    long[] buffer = buffer(side);
    return buffer.length == 0 ? this : with(stored(buffer, buffer.length), side, EMPTY);
  }

  /** The values after the first stores of a buffer have reached the memory. */
  private Values stored(long[] buffer, int length) {
    Values next = values;
    for (int i = 0; i < length; i += 2) {
      next = next.with((int) buffer[i], buffer[i + 1]);
    }
    return next;
  }

  /** After a store that all see at once; the buffer is empty. */
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  private StoreBuffers written(int location, long value) {
    Values next = values.with(location, value);
    return next == values ? this : new StoreBuffers(next, buffers);
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    return List.of(new Read(seenBy(side, location), 0, this));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    return List.of(
        mode == Mode.VOLATILE || buffers.length == 0
            ? emptied(side).written(location, value)
            : buffered(side, location, value));
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    StoreBuffers empty = emptied(side);
    long old = empty.values.get(location);
    Memory next = update.stores(old) ? empty.written(location, update.apply(old)) : empty;
    return List.of(new Read(old, 0, next));
  }

  @Override
  public Memory fenced(int side, Fence fence) {
    return fence == Fence.FULL ? emptied(side) : this;
  }

  @Override
  public Memory ordered(int side) {
    return this;
  }

  @Override
  public Memory acquired(int side, int lock) {
    return emptied(side);
  }

  @Override
  public Memory released(int side, int lock) {
    return emptied(side);
  }

  @Override
  public Memory frozen(int side, int object) {
    return this;
  }

  @Override
  public Memory dereferenced(int side, int from, int to) {
    return this;
  }

  @Override
  public @Nullable Memory drained(int side) {
    long[] buffer = buffer(side);
    return buffer.length == 0
        ? null
        : with(stored(buffer, 2), side, Arrays.copyOfRange(buffer, 2, buffer.length));
  }

  /** What is in the buffer still waits, to be drained by itself or by who waits for the end. */
  @Override
  public Memory finished(int side) {
    return this;
  }

  /** A thread has not ended before all its stores have reached the memory. */
  @Override
  public Memory joined(int side, int other) {
    return emptied(other);
  }

  @Override
  public Memory forgotten(int location) {
    long[][] others = buffers.clone();
    for (int side = 0; side < others.length; side++) {
      others[side] = without(buffers[side], location);
    }
    return new StoreBuffers(values.without(List.of(location)), others);
  }

  private static long[] without(long[] buffer, int location) {
    long[] left = new long[buffer.length];
    int length = 0;
    for (int i = 0; i < buffer.length; i += 2) {
      if (buffer[i] != location) {
        left[length++] = buffer[i];
        left[length++] = buffer[i + 1];
      }
    }
    return length == buffer.length ? buffer : Arrays.copyOf(left, length);
  }

  @Override
  public long latest(int location) {
    return values.get(location);
  }

  @Override
  public @Nullable DataRace race() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof StoreBuffers memory
            && values.equals(memory.values)
            && Arrays.deepEquals(buffers, memory.buffers));
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + Arrays.deepHashCode(buffers);
  }
}

package org.sabring.explore.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A memory without delay: a store is seen by all at once, and a load gives the last store. */
final class SequentialMemory implements Memory {

  private final Values values;

  SequentialMemory(Values values) {
    this.values = values;
  }

  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  private Memory with(int location, long value) {
    Values next = values.with(location, value);
    return next == values ? this : new SequentialMemory(next);
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    return List.of(new Read(values.get(location), 0, this));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    return List.of(with(location, value));
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    long old = values.get(location);
    return List.of(new Read(old, 0, update.stores(old) ? with(location, update.apply(old)) : this));
  }

  @Override
  public Memory fenced(int side, Fence fence) {
    return this;
  }

  @Override
  public Memory ordered(int side) {
    return this;
  }

  @Override
  public Memory acquired(int side, int lock) {
    return this;
  }

  @Override
  public Memory released(int side, int lock) {
    return this;
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
    return null;
  }

  @Override
  public Memory finished(int side) {
    return this;
  }

  @Override
  public Memory joined(int side, int other) {
    return this;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  public Memory forgotten(int location) {
    Values next = values.without(location);
    return next == values ? this : new SequentialMemory(next);
  }

  @Override
  public long latest(int location) {
    return values.get(location);
  }

  @Override
  public @Nullable Race race() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SequentialMemory memory && values.equals(memory.values));
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}

package org.sabring.properties.memory;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;

/** A control: a memory with one mistake, which takes some modes for others. */
record DeafMemory(Memory memory, UnaryOperator<Mode> mistake) implements Memory {

  private Memory with(Memory next) {
    return new DeafMemory(next, mistake);
  }

  private List<Read> with(List<Read> reads) {
    return reads.stream().map(r -> new Read(r.value(), r.age(), with(r.memory()))).toList();
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    return with(memory.loads(side, location, mistake.apply(mode)));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    List<Memory> all = memory.stores(side, location, value, mistake.apply(mode));
    return all.stream().map(this::with).toList();
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    return with(memory.updates(side, location, update, mistake.apply(mode)));
  }

  @Override
  public Memory fenced(int side, Fence fence) {
    return with(memory.fenced(side, fence));
  }

  @Override
  public Memory ordered(int side) {
    return with(memory.ordered(side));
  }

  @Override
  public Memory acquired(int side, int lock) {
    return with(memory.acquired(side, lock));
  }

  @Override
  public Memory released(int side, int lock) {
    return with(memory.released(side, lock));
  }

  @Override
  public Memory frozen(int side, int object) {
    return with(memory.frozen(side, object));
  }

  @Override
  public Memory dereferenced(int side, int from, int to) {
    return with(memory.dereferenced(side, from, to));
  }

  @Override
  public @Nullable Memory drained(int side) {
    Memory next = memory.drained(side);
    return next == null ? null : with(next);
  }

  @Override
  public Memory finished(int side) {
    return with(memory.finished(side));
  }

  @Override
  public Memory joined(int side, int other) {
    return with(memory.joined(side, other));
  }

  @Override
  public Memory forgotten(int location) {
    return with(memory.forgotten(location));
  }

  @Override
  public long latest(int location) {
    return memory.latest(location);
  }

  @Override
  public @Nullable DataRace race() {
    return memory.race();
  }
}

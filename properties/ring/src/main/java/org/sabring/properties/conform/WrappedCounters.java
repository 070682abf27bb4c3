package org.sabring.properties.conform;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;

/**
 * A memory whose counters begin again at 0 sooner than after 2^32: so that a program that goes on
 * for ever has finitely many states. What holds of code that never looks at its counters holds for
 * every modulus alike.
 *
 * @param memory with counters that are not short
 * @param counters the words that count
 * @param modulus how far: to one less
 */
record WrappedCounters(Memory memory, Set<Integer> counters, int modulus) implements Memory {

  private WrappedCounters with(Memory next) {
    return next == memory ? this : new WrappedCounters(next, counters, modulus);
  }

  private List<Read> with(List<Read> reads) {
    return reads.stream().map(r -> new Read(r.value(), r.age(), with(r.memory()))).toList();
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    return with(memory.loads(side, location, mode));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    long wrapped = counters.contains(location) ? Math.floorMod(value, (long) modulus) : value;
    List<Memory> all = memory.stores(side, location, wrapped, mode);
    return all.stream().map(next -> (Memory) with(next)).toList();
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    if (counters.contains(location)) {
      throw new UnsupportedOperationException("update of a counter: " + update);
    }
    return with(memory.updates(side, location, update, mode));
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
    Memory drained = memory.drained(side);
    return drained == null ? null : with(drained);
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

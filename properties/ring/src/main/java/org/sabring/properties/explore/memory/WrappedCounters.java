package org.sabring.properties.explore.memory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A memory whose counters begin again at 0 sooner than after 2^32: so that a program that goes on
 * for ever has finitely many states. What holds of code that never looks at its counters holds for
 * every modulus alike.
 */
public final class WrappedCounters implements Memory {

  private final Memory memory;
  private final Set<Integer> counters;
  private final int modulus;

  /**
   * A memory with short counters.
   *
   * @param counters the words that count
   * @param modulus how far: to one less
   */
  public WrappedCounters(Memory memory, Set<Integer> counters, int modulus) {
    this.memory = memory;
    this.counters = counters;
    this.modulus = modulus;
  }

  private WrappedCounters with(Memory next) {
    return next == memory ? this : new WrappedCounters(next, counters, modulus);
  }

  private List<Read> with(List<Read> reads) {
    return reads.stream().map(r -> new Read(r.value(), r.age(), with(r.memory()))).toList();
  }

  private int wrapped(int word, int value) {
    return counters.contains(word) ? Math.floorMod(value, modulus) : value;
  }

  @Override
  public List<Read> loads(int side, int word, Mode mode) {
    return with(memory.loads(side, word, mode));
  }

  @Override
  public List<Memory> stores(int side, int word, int value, Mode mode) {
    List<Memory> all = memory.stores(side, word, wrapped(word, value), mode);
    return all.stream().map(next -> (Memory) with(next)).toList();
  }

  @Override
  public List<Read> updates(int side, int word, int delta) {
    int change = wrapped(word, latest(word) + delta) - latest(word);
    return with(memory.updates(side, word, change));
  }

  @Override
  public Memory fenced(int side) {
    return with(memory.fenced(side));
  }

  @Override
  public Memory locked(int side, int word) {
    return with(memory.locked(side, word));
  }

  @Override
  public @Nullable Memory drained(int side) {
    Memory drained = memory.drained(side);
    return drained == null ? null : with(drained);
  }

  @Override
  public int latest(int word) {
    return memory.latest(word);
  }

  @Override
  public @Nullable Race race() {
    return memory.race();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof WrappedCounters wrapped && memory.equals(wrapped.memory));
  }

  @Override
  public int hashCode() {
    return memory.hashCode();
  }
}

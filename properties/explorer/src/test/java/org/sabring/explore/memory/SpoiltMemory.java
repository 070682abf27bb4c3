package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.LitmusFile.Program;

/** A control: release/acquire memory with one mistake. */
record SpoiltMemory(Memory memory, Mistake mistake) implements Memory {

  /** What it gets wrong. */
  enum Mistake {
    RELEASE_AS_OPAQUE,
    ACQUIRE_AS_OPAQUE,
    VOLATILE_AS_RELEASE_ACQUIRE,
    PLAIN_AS_OPAQUE,
    NO_FENCES,
    UPDATES_NOT_ATOMIC
  }

  static Memory fresh(Program program, Mistake mistake) {
    int sides = program.sides().size();
    return new SpoiltMemory(MemoryModel.RA.fresh(LitmusRun.locations(program), sides), mistake);
  }

  private Mode spoilt(Mode mode, Mode weaker) {
    return switch (mistake) {
      case RELEASE_AS_OPAQUE -> mode == Mode.RELEASE ? Mode.OPAQUE : mode;
      case ACQUIRE_AS_OPAQUE -> mode == Mode.ACQUIRE ? Mode.OPAQUE : mode;
      case VOLATILE_AS_RELEASE_ACQUIRE -> mode == Mode.VOLATILE ? weaker : mode;
      case PLAIN_AS_OPAQUE -> mode == Mode.PLAIN ? Mode.OPAQUE : mode;
      case NO_FENCES, UPDATES_NOT_ATOMIC -> mode;
    };
  }

  private Memory with(Memory next) {
    return new SpoiltMemory(next, mistake);
  }

  private List<Read> with(List<Read> reads) {
    return reads.stream().map(r -> new Read(r.value(), r.age(), with(r.memory()))).toList();
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    return with(memory.loads(side, location, spoilt(mode, Mode.ACQUIRE)));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    Mode weaker = spoilt(mode, Mode.RELEASE);
    return memory.stores(side, location, value, weaker).stream().map(this::with).toList();
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    if (mistake != Mistake.UPDATES_NOT_ATOMIC) {
      return with(memory.updates(side, location, update, spoilt(mode, Mode.ACQUIRE)));
    }
    List<Read> all = new ArrayList<>();
    for (Read read : memory.loads(side, location, mode.acquires() ? mode : Mode.OPAQUE)) {
      if (!update.stores(read.value())) {
        all.add(read);
        continue;
      }
      long value = update.apply(read.value());
      Mode storing = mode.releases() ? mode : Mode.OPAQUE;
      for (Memory after : read.memory().stores(side, location, value, storing)) {
        all.add(new Read(read.value(), read.age(), after));
      }
    }
    return with(all);
  }

  @Override
  public Memory fenced(int side, Fence fence) {
    return mistake == Mistake.NO_FENCES ? this : with(memory.fenced(side, fence));
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
    return null;
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

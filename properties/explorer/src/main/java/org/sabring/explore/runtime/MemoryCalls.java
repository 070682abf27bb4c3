package org.sabring.explore.runtime;

import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access.Kind;

/**
 * The memory interface of code that runs: loads, stores, updates and fences. Those of a side are
 * answered from the record; where none has begun, they are made at once, on what locations hold at
 * first.
 */
public final class MemoryCalls {

  private final Execution execution;
  private final LocationTable locations;
  private final Initializers initializers;
  private final Weakening weakening;

  MemoryCalls(Execution execution, Weakening weakening) {
    this.execution = execution;
    this.locations = execution.heap().locations();
    this.initializers = execution.initializers();
    this.weakening = weakening;
  }

  public long load(Mode mode, int location) {
    if (execution.isDirect()) {
      return loadDirectly(location);
    }
    if (locations.isFinal(location)) {
      return execution.heap().isPermanent(locations.object(location))
          ? locations.initial(location)
          : execution.answer(Access.load(Mode.PLAIN, location));
    }
    Mode effective = weakening.of(Kind.LOAD, softened(mode, location), location, locations);
    execution.use(location, false, effective);
    return locations.isConstant(location) && effective != Mode.VOLATILE
        ? locations.initial(location)
        : execution.answer(Access.load(effective, location));
  }

  public void store(Mode mode, int location, long value) {
    if (execution.isDirect()) {
      storeDirectly(location, value);
      return;
    }
    checkEscape(location, value);
    Mode effective = Mode.PLAIN;
    if (!locations.isFinal(location)) {
      effective = weakening.of(Kind.STORE, softened(mode, location), location, locations);
      execution.use(location, true, effective);
    }
    execution.answer(Access.store(effective, location, value));
  }

  /** An atomic update; what was there before. */
  public long update(Mode mode, int location, Update update) {
    if (execution.isDirect()) {
      long old = loadDirectly(location);
      storeDirectly(location, update.apply(old));
      return old;
    }
    return update(Kind.UPDATE, mode, location, update);
  }

  /** A compare-and-set that may fail for no reason; whether it did not. */
  public boolean weakUpdate(Mode mode, int location, Update update) {
    return execution.isDirect()
        ? update.stores(update(mode, location, update))
        : update(Kind.WEAK_UPDATE, mode, location, update) == 1;
  }

  private long update(Kind kind, Mode mode, int location, Update update) {
    checkEscape(location, update.operand());
    Mode known = mode == Mode.PLAIN ? Mode.OPAQUE : mode;
    Mode effective = weakening.of(kind, known, location, locations);
    execution.use(location, true, effective);
    return execution.answer(Access.update(kind, effective, location, update));
  }

  private void checkEscape(int location, long value) {
    if (locations.isReference(location)) {
      execution.objects().stored(value, locations.object(location));
    }
  }

  private long loadDirectly(int location) {
    if (initializers.areRunning()) {
      initializers.use(location, false, execution.isRunning());
    }
    return locations.initial(location);
  }

  private void storeDirectly(int location, long value) {
    if (initializers.areRunning()) {
      initializers.use(location, true, execution.isRunning());
    }
    locations.store(location, value, initializers.areRunning());
  }

  private Mode softened(Mode mode, int location) {
    return mode == Mode.PLAIN && locations.isTolerated(location) ? Mode.OPAQUE : mode;
  }

  public void fence(Fence fence) {
    Fence effective = execution.isDirect() ? null : weakening.of(fence);
    if (effective != null) {
      execution.answer(Access.fence(effective));
    }
  }
}

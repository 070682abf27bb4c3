package org.sabring.explore;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Recorded.Ahead;

/**
 * The answers of accesses to what a side holds for itself, while its code runs: those that the
 * state will give when it gets there, so that the code need not be run again for each.
 */
final class LocalAnswers implements Ahead {

  private final Scene scene;
  private Locals locals;

  LocalAnswers(Scene scene, Locals locals) {
    this.scene = scene;
    this.locals = locals;
  }

  /** What the side holds after that, and without what nobody can reach any more. */
  Locals after(List<Integer> garbage) {
    return locals.without(garbage);
  }

  @Override
  public @Nullable Long answer(Access access) {
    if (!scene.isLocal(access)) {
      return null;
    }
    int location = access.location();
    return switch (access.kind()) {
      case LOAD -> locals.get(location);
      case STORE -> {
        locals = locals.with(location, access.argument());
        yield 0L;
      }
      case UPDATE -> {
        Update update = Objects.requireNonNull(access.update());
        long old = locals.get(location);
        locals = update.stores(old) ? locals.with(location, update.apply(old)) : locals;
        yield old;
      }
      case FREEZE -> 0L;
      default -> null;
    };
  }
}

package org.sabring.explore.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.RunRecord.Ahead;

/**
 * A lookahead for accesses to what a side holds for itself: the answers that the state will give
 * when it gets there, so that the code need not be run again for each.
 */
final class LocalAnswers implements Ahead {

  private final LoadedProgram scene;
  private Values locals;

  LocalAnswers(LoadedProgram scene, Values locals) {
    this.scene = scene;
    this.locals = locals;
  }

  /** What the side holds after that, and without what nobody can reach any more. */
  Values after(List<Integer> garbage) {
    return locals.without(garbage);
  }

  @Override
  public @Nullable Long answer(Access access) {
    if (access.kind() == Kind.FREEZE) {
      return 0L;
    }
    LocalEffect taken = scene.isLocal(access) ? LocalEffect.of(locals, access) : null;
    if (taken == null) {
      return null;
    }
    locals = taken.after();
    return taken.answer();
  }
}

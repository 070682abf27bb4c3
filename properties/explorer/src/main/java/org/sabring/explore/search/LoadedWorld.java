package org.sabring.explore.search;

import java.util.HashMap;
import java.util.Map;
import org.sabring.explore.Code;
import org.sabring.explore.code.World;
import org.sabring.explore.runtime.Universe;

/**
 * A world of rewritten classes, with what is known of them. The programs that one thread loads
 * share it where their code is the same. Each thread has worlds of its own, so that threads explore
 * side by side; who explores a program of another thread has to hold its lock.
 */
record LoadedWorld(World world, Universe universe) {

  /** What matters for loading. */
  private record Key(ClassLoader outside, Map<String, byte[]> replaced, boolean lockModel) {
    LoadedWorld load() {
      World world = new World(outside, replaced, lockModel);
      return new LoadedWorld(world, new Universe(world));
    }
  }

  private static final ThreadLocal<Map<Key, LoadedWorld>> OF_THREAD =
      ThreadLocal.withInitial(HashMap::new);

  /** The world of this thread for such code; a new one if the last is spoilt. */
  static LoadedWorld of(ClassLoader outside, Code code) {
    return OF_THREAD
        .get()
        .compute(
            new Key(outside, code.replaced(), code.lockModel()),
            (key, known) -> known == null || known.universe().isSpoilt() ? key.load() : known);
  }

  /** What a thread holds while it loads, explores or replays a program of this world. */
  Object lock() {
    return universe;
  }
}

package org.sabring.explore.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Update;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;

/**
 * The effect of an access to locations that no other side can see: its answer, and the values after
 * it.
 */
record LocalEffect(long answer, Values after) {

  /** Null if the access neither loads nor stores. */
  static @Nullable LocalEffect of(Values locals, Access access) {
    int location = access.location();
    return switch (access.kind()) {
      case LOAD -> new LocalEffect(locals.get(location), locals);
      case STORE -> new LocalEffect(0, locals.with(location, access.argument()));
      case UPDATE, WEAK_UPDATE -> {
        Update update = Objects.requireNonNull(access.update());
        long old = locals.get(location);
        boolean stores = update.stores(old);
        long done = stores ? 1 : 0;
        yield new LocalEffect(
            access.kind() == Kind.UPDATE ? old : done,
            stores ? locals.with(location, update.apply(old)) : locals);
      }
      default -> null;
    };
  }
}

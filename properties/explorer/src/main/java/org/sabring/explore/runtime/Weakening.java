package org.sabring.explore.runtime;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;

/**
 * A mutation of access modes: accesses of one kind to one field are made in a weaker mode than
 * written.
 */
public interface Weakening {

  /** None. */
  Weakening NONE = (kind, mode, location, locations) -> mode;

  /** The mode in which an access is made instead of the one that is written there. */
  Mode of(Kind kind, Mode mode, int location, LocationTable locations);

  /** The fence that stands instead of one; null for none. */
  default @Nullable Fence of(Fence fence) {
    return fence;
  }

  /** Accesses of a kind to a field, {@code Class.field} or {@code array[]}, have that mode. */
  static Weakening of(Kind weakened, String pattern, Mode to) {
    return (kind, mode, location, locations) ->
        kind == weakened && locations.patternOf(location).equals(pattern) ? to : mode;
  }

  /** A fence is left out. */
  static Weakening without(Fence left) {
    return new Weakening() {
      @Override
      public Mode of(Kind kind, Mode mode, int location, LocationTable locations) {
        return mode;
      }

      @Override
      public @Nullable Fence of(Fence fence) {
        return fence == left ? null : fence;
      }
    };
  }
}

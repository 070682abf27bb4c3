package org.sabring.explore.advisor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;

/**
 * The accesses of one kind and mode to one field, or all fences of one kind.
 *
 * @param kind of the accesses; null for fences
 * @param field {@code Class.field}, or {@code array[]}; empty for fences
 * @param mode in which they are written; null for fences
 * @param fence which; null for accesses
 */
public record Site(
    Access.@Nullable Kind kind, String field, @Nullable Mode mode, @Nullable Fence fence)
    implements Comparable<Site> {

  /** What is done where, as {@code store queue.producerIndex}, or {@code fence}. */
  public String what() {
    return fence != null ? "fence" : text(kind) + " " + field;
  }

  /** How strong it is, as it is written. */
  public String written() {
    return text(fence != null ? fence : mode);
  }

  static String text(@Nullable Enum<?> one) {
    return String.valueOf(one).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int compareTo(Site other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return what() + ", " + written();
  }
}

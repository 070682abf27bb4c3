package org.sabring.explore.advisor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Weakening;

/**
 * A mutation of a site: another strength than the one that is written.
 *
 * @param site whose
 * @param mode instead of the one that is written; null for fences
 * @param fence instead of the one that is written; null for none, and for accesses
 */
record Candidate(Site site, @Nullable Mode mode, @Nullable Fence fence) implements Weakening {

  /** The site as it is written. */
  static Candidate written(Site site) {
    return new Candidate(site, site.mode(), site.fence());
  }

  /** Whether a memory tells it from another one for the same site. */
  boolean isToldFrom(Candidate other, MemoryModel memory) {
    Mode another = other.mode;
    if (mode == null || another == null) {
      return memory.tellsApart(fence, other.fence);
    }
    return memory.tellsApart(mode, another, site.kind() == Kind.STORE);
  }

  /** All that are weaker, each before those that are weaker still. */
  static List<Candidate> weaker(Site site) {
    Fence fence = site.fence();
    if (fence != null) {
      Stream<Fence> parts =
          fence == Fence.FULL ? Stream.of(Fence.ACQUIRE, Fence.RELEASE) : Stream.of();
      return Stream.concat(
              parts.map(one -> new Candidate(site, null, one)),
              Stream.of(new Candidate(site, null, null)))
          .toList();
    }
    return modes(site).filter(mode -> isWeaker(mode, site.mode())).map(to(site)).toList();
  }

  /** All that are stronger, each before those that are stronger still; none for fences. */
  static List<Candidate> stronger(Site site) {
    List<Candidate> all =
        site.fence() != null
            ? List.of()
            : modes(site).filter(mode -> isWeaker(site.mode(), mode)).map(to(site)).toList();
    return Stream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1).map(all::get).toList();
  }

  private static Function<Mode, Candidate> to(Site site) {
    return mode -> new Candidate(site, mode, null);
  }

  /** The modes that such an access may have, the strongest first. */
  private static Stream<Mode> modes(Site site) {
    return switch (site.kind() == null ? Kind.FENCE : site.kind()) {
      case LOAD -> Stream.of(Mode.VOLATILE, Mode.ACQUIRE, Mode.OPAQUE, Mode.PLAIN);
      case STORE -> Stream.of(Mode.VOLATILE, Mode.RELEASE, Mode.OPAQUE, Mode.PLAIN);
      case UPDATE, WEAK_UPDATE -> Stream.of(Mode.VOLATILE, Mode.ACQUIRE, Mode.RELEASE, Mode.OPAQUE);
      default -> Stream.of();
    };
  }

  private static boolean isWeaker(@Nullable Mode one, @Nullable Mode other) {
    boolean apart = one == Mode.ACQUIRE && other == Mode.RELEASE;
    return one != null && other != null && one.compareTo(other) < 0 && !apart;
  }

  @Override
  public Mode of(Kind kind, Mode written, int location, LocationTable locations) {
    Mode other = mode;
    return other != null
            && kind == site.kind()
            && written == site.mode()
            && locations.patternOf(location).equals(site.field())
        ? other
        : written;
  }

  @Override
  public @Nullable Fence of(Fence written) {
    return written == site.fence() ? fence : written;
  }

  /** As {@code opaque}, or {@code no fence}. */
  @Override
  public String toString() {
    return mode != null
        ? Site.text(mode)
        : fence != null ? Site.text(fence) + " fence" : "no fence";
  }
}

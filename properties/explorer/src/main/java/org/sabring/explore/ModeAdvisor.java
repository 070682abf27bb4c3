package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Weakening;

/**
 * A mutation analysis of access modes: each ordered access of a program is tried as an opaque one,
 * and the program without each of its fences. Which of them does what the program promises need?
 * The answer is about that program, that promise and that memory.
 */
public final class ModeAdvisor {

  /**
   * What came of one try.
   *
   * @param site the accesses that were made weaker, as {@code store queue.producerIndex, release}
   * @param exploration of the weakened program
   */
  public record Advice(String site, Exploration exploration) {

    /** Whether the mode is needed: without it a promise is broken. */
    public boolean isNeeded() {
      return !exploration.findings().isEmpty();
    }
  }

  /** Accesses of a kind to a field in a mode; or a fence. */
  private record Site(
      Access.@Nullable Kind kind, String pattern, @Nullable Mode mode, @Nullable Fence fence)
      implements Comparable<Site> {

    static Site of(Access.Kind kind, Mode mode, int location, LocationTable locations) {
      return new Site(kind, locations.patternOf(location), mode, null);
    }

    @Override
    public String toString() {
      return fence != null
          ? text(fence) + " fence"
          : "%s %s, %s".formatted(text(kind), pattern, text(mode));
    }

    private static String text(@Nullable Enum<?> one) {
      return String.valueOf(one).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int compareTo(Site other) {
      return toString().compareTo(other.toString());
    }
  }

  /** Finds out what there is to make weaker. */
  private static final class Watching implements Weakening {
    private final Set<Site> sites = new TreeSet<>();

    @Override
    public Mode of(Access.Kind kind, Mode mode, int location, LocationTable locations) {
      if (mode.compareTo(Mode.OPAQUE) > 0) {
        sites.add(Site.of(kind, mode, location, locations));
      }
      return mode;
    }

    @Override
    public Fence of(Fence fence) {
      sites.add(new Site(null, "", null, fence));
      return fence;
    }
  }

  /** One of them. */
  private record Weakened(Site site) implements Weakening {
    @Override
    public Mode of(Access.Kind kind, Mode mode, int location, LocationTable locations) {
      return site.equals(Site.of(kind, mode, location, locations)) ? Mode.OPAQUE : mode;
    }

    @Override
    public @Nullable Fence of(Fence fence) {
      return fence == site.fence() ? null : fence;
    }
  }

  private ModeAdvisor() {}

  /**
   * Tries them all.
   *
   * @throws InterruptedException when interrupted
   */
  public static List<Advice> advise(
      Program program, MemoryModel model, Judge judge, Options options)
      throws InterruptedException {
    Code code = program.code();
    Watching watching = new Watching();
    new Explorer(program.with(code.weakened(watching)), model, judge, options).explore();
    List<Advice> all = new ArrayList<>();
    for (Site site : watching.sites) {
      Program weaker = program.with(code.weakened(new Weakened(site)));
      all.add(new Advice(site.toString(), new Explorer(weaker, model, judge, options).explore()));
    }
    return all;
  }
}

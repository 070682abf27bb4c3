package org.sabring.explore.advisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.advisor.Advice.Need;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Weakening;

/**
 * An advisor on access modes: it explores a program again with each of its accesses weaker, one
 * after the other, and without each of its fences. Where the program is broken as it stands, it
 * tries each access stronger. What it says is about that program, that promise and that memory.
 */
public final class ModeAdvisor {

  private final Program program;
  private final Function<MemoryModel, Monitor> monitor;
  private final Options options;

  /**
   * An advisor on a program.
   *
   * @param monitor what is promised on a memory
   */
  public ModeAdvisor(Program program, Function<MemoryModel, Monitor> monitor, Options options) {
    this.program = program;
    this.monitor = monitor;
    this.options = options;
  }

  /** A mode of which nothing is made, and what it was seen at. */
  private static final class Watching implements Weakening {

    private final Map<Site, Map<Integer, LocationTable>> seen = new HashMap<>();

    @Override
    public Mode of(Access.Kind kind, Mode mode, int location, LocationTable locations) {
      Site site = new Site(kind, locations.patternOf(location), mode, null);
      seen.computeIfAbsent(site, key -> new HashMap<>()).put(location, locations);
      return mode;
    }

    @Override
    public Fence of(Fence fence) {
      seen.put(new Site(null, "", null, fence), Map.of());
      return fence;
    }

    /** Those that others can see. */
    List<Site> sites() {
      return seen.entrySet().stream()
          .filter(
              entry ->
                  entry.getValue().isEmpty()
                      || entry.getValue().entrySet().stream()
                          .anyMatch(at -> at.getValue().isShared(at.getKey())))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

  /**
   * Tries them all.
   *
   * @return for each site what is to be said of it, memory by memory
   * @throws InterruptedException when interrupted
   */
  public Map<Site, List<Advice>> advise(List<MemoryModel> memories) throws InterruptedException {
    Map<Site, List<Advice>> all = new TreeMap<>();
    for (MemoryModel memory : memories) {
      Watching watching = new Watching();
      Exploration written = explore(watching, memory);
      for (Site site : watching.sites()) {
        Advice advice =
            written.status() == Status.FAIL
                ? stronger(site, memory, written)
                : weaker(site, memory, written);
        if (advice != null) {
          all.computeIfAbsent(site, key -> new ArrayList<>()).add(advice);
        }
      }
    }
    return all;
  }

  private Exploration explore(Weakening weakening, MemoryModel memory) throws InterruptedException {
    Program other = program.with(program.code().weakened(weakening));
    return new Explorer(other, memory, monitor.apply(memory), options).explore();
  }

  /** The weakest that would do; null for an access that can be no weaker. */
  private @Nullable Advice weaker(Site site, MemoryModel memory, Exploration written)
      throws InterruptedException {
    List<Candidate> candidates = Candidate.weaker(site);
    if (candidates.isEmpty()) {
      return null;
    }
    String best = "";
    Finding why = null;
    boolean known = written.status() == Status.PASS;
    Candidate before = Candidate.written(site);
    Exploration exploration = written;
    for (Candidate candidate : known ? candidates : List.<Candidate>of()) {
      if (candidate.isToldFrom(before, memory)) {
        exploration = explore(candidate, memory);
      }
      before = candidate;
      switch (exploration.status()) {
        case FAIL -> why = why == null ? exploration.findings().get(0) : why;
        case PASS -> best = candidate.toString();
        case UNKNOWN -> known = false;
      }
    }
    if (!known) {
      return new Advice(site, memory, Need.UNKNOWN, "", null);
    }
    Need need = best.isEmpty() ? Need.NEEDED : Need.COULD_BE_WEAKER;
    return new Advice(site, memory, need, best, why);
  }

  /** The least that would mend what is broken. */
  private @Nullable Advice stronger(Site site, MemoryModel memory, Exploration written)
      throws InterruptedException {
    List<Candidate> candidates = Candidate.stronger(site);
    Finding why = written.findings().get(0);
    for (Candidate candidate : candidates) {
      if (explore(candidate, memory).status() == Status.PASS) {
        return new Advice(site, memory, Need.TOO_WEAK, candidate.toString(), why);
      }
    }
    return candidates.isEmpty() ? null : new Advice(site, memory, Need.NOT_TO_BLAME, "", why);
  }
}

package org.sabring.jcstress;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Options;
import org.sabring.explore.jcstress.StressTests;
import org.sabring.explore.jcstress.StressVerdict;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.memory.SharedInts;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.catalog.Mutants;

/**
 * The outcomes of the races as the explorer computes them: it takes their class files, as jcstress
 * does, and runs them under every schedule and every read. Each race is explored on each ring once;
 * of a mutant that has more states than {@link #STATES} what was found within them is known.
 */
final class Door implements OutcomeModel {

  /** As many states a memory as take a few seconds: what is found within them is possible. */
  private static final int STATES = 30_000;

  private record Asked(Class<?> race, String mutant) {}

  /** Whether the explorer is asked of races that take it minutes. */
  private final boolean patient;

  private final Map<Asked, StressVerdict> known = new ConcurrentHashMap<>();

  /** A door that is asked of what takes seconds. */
  Door() {
    this(false);
  }

  Door(boolean patient) {
    this.patient = patient;
  }

  /** Whether it is asked of a race at all. */
  boolean isAsked(Class<?> race) {
    RingRace about = race.getAnnotation(RingRace.class);
    return patient || about == null || !about.large();
  }

  @Override
  public void prepare(List<RaceTrial> trials) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      pool.invokeAll(
          trials.stream()
              .filter(trial -> isAsked(trial.race()))
              .<Callable<StressVerdict>>map(trial -> () -> verdict(trial.race(), trial.mutant()))
              .toList());
    } finally {
      pool.shutdownNow();
    }
  }

  @Override
  public Set<String> outcomes(Class<?> race, String mutant, String memory) {
    StressVerdict verdict = isAsked(race) ? known(race, mutant) : null;
    if (verdict == null) {
      return Set.of();
    }
    MemoryModel model = MemoryModel.valueOf(memory);
    return verdict.results().entrySet().stream()
        .filter(result -> result.getValue().contains(model))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean isAll(Class<?> race, String mutant) {
    StressVerdict verdict = known(race, mutant);
    return verdict != null && verdict.unknown() == null;
  }

  /**
   * Null if it cannot be known: without sources there are no mutants, and no jcstress runs them.
   */
  private @Nullable StressVerdict known(Class<?> race, String mutant) {
    try {
      return verdict(race, mutant);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever runs the layer is told
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The outcomes of a race on a ring.
   *
   * @throws IOException when the mutant cannot be compiled: a source or the compiler is missing
   */
  StressVerdict verdict(Class<?> race, String mutant) throws IOException, InterruptedException {
    Asked asked = new Asked(race, mutant);
    StressVerdict verdict = known.get(asked);
    if (verdict == null) {
      verdict = explored(race, mutant);
      known.put(asked, verdict);
    }
    return verdict;
  }

  private static StressVerdict explored(Class<?> race, String mutant)
      throws IOException, InterruptedException {
    ClassLoader classPath = race.getClassLoader();
    List<Edit> edits = mutant.isEmpty() ? List.of() : Mutants.named(mutant).orElseThrow().edits();
    return StressVerdict.of(
        StressTests.of(race.getName(), classPath),
        classPath,
        List.of(MemoryModel.values()),
        Options.PLAIN.states(STATES),
        Code.PLAIN.letRace().replacing(EditedClasses.of(edits, SharedInts.class)));
  }
}

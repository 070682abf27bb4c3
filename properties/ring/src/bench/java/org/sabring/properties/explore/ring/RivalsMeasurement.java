package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.properties.explore.ring.RingOperations.offer;
import static org.sabring.properties.explore.ring.RingOperations.poll;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.properties.conform.Comparison;
import org.sabring.properties.conform.Conformance;
import org.sabring.properties.conform.Ways;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.RandomWalks;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.tla.Model;
import org.sabring.tla.tlc.ModelLayer;

/**
 * How fast the explorer is beside others, in one run on one machine. Nothing is asserted but that
 * both have done the work: times are for people.
 */
class RivalsMeasurement {

  static final int CAPACITY = 3;
  private static final int CALLS = 4;
  private static final int ROUNDS = 3;

  /** Has few enough schedules to take each by itself. */
  private static final RingProgram FEW =
      new RingProgram(CAPACITY, List.of(offer(1), offer(2)), List.of(poll(), poll()));

  /**
   * Lincheck's model checking runs the ring's bytecode on threads that it switches, under
   * sequential consistency: so many executions in a second. Beside it the explorer, with every rule
   * judged: random schedules one after another; every schedule by itself, which share what they
   * begin with; and all schedules at once, where states that are equal are explored once.
   */
  @Test
  void executionsBesideLincheck() throws InterruptedException {
    RingProgram ring =
        new RingProgram(
            CAPACITY,
            List.of(offer(1), offer(2), offer(3), offer(4)),
            List.of(poll(), poll(), poll(), poll()));
    for (int round = 1; round <= ROUNDS; round++) {
      double lincheck = lincheck();
      double walks = walks(ring);
      Exploration each = all(FEW, Options.PLAIN.unmerged());
      Exploration all = all(ring, Options.PLAIN);
      double apart = each.executions() / each.seconds();
      System.out.printf("round %d, offers and polls, %d of each, capacity %d%n", round, CALLS, CAPACITY);
      System.out.printf("  Lincheck 3.7, model checking  %,12.0f executions/s%n", lincheck);
      System.out.printf("  explorer, schedule by schedule %,11.0f executions/s: %.0fx%n", walks, walks / lincheck);
      System.out.printf(
          "  explorer, every schedule apart %,11.0f executions/s: %.0fx%n", apart, apart / lincheck);
      System.out.printf(
          "  explorer, all schedules        %,11d states, %.2g executions in %.2f s: %.2gx%n",
          all.states(),
          all.executions(),
          all.seconds(),
          all.executions() / all.seconds() / lincheck);
    }
  }

  private static double lincheck() {
    long before = LincheckRing.EXECUTIONS.get();
    long begun = System.nanoTime();
    new ModelCheckingOptions()
        .iterations(5)
        .invocationsPerIteration(2_000)
        .threads(2)
        .actorsBefore(0)
        .actorsPerThread(CALLS)
        .actorsAfter(0)
        .check(LincheckRing.class);
    long executions = LincheckRing.EXECUTIONS.get() - before;
    assertThat(executions).isGreaterThan(5_000);
    return executions * 1e9 / (System.nanoTime() - begun);
  }

  private static double walks(RingProgram ring) throws InterruptedException {
    int most = 50_000;
    Monitor monitor = ring.monitor(MemoryModel.SC);
    Exploration exploration =
        RandomWalks.of(ring.program(), MemoryModel.SC, monitor, Options.PLAIN, 1, most);
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.executions()).isEqualTo(most);
    return most / exploration.seconds();
  }

  private static Exploration all(RingProgram ring, Options options) throws InterruptedException {
    Monitor monitor = ring.monitor(MemoryModel.SC);
    Exploration exploration =
        new Explorer(ring.program(), MemoryModel.SC, monitor, options).explore();
    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.findings()).isEmpty();
    return exploration;
  }

  /**
   * TLC takes the steps of the law, with nothing to check and one worker; the explorer takes those
   * of the shipped ring, and holds each against the law. Several steps of Java are one of the law:
   * a put, an offer and a take with a time have the same steps.
   */
  @Test
  void statesBesideTlc(@TempDir Path folder) throws InterruptedException {
    Model model = Model.named("reference-4");
    Model alone =
        new Model(
            model.name(),
            model.says(),
            model.module(),
            model.specification(),
            model.constants(),
            model.replace(),
            List.of(),
            List.of(),
            Bounds.QUICK,
            model.expect(),
            List.of());
    for (int round = 1; round <= ROUNDS; round++) {
      Check tlc =
          new ModelLayer(List.of(alone), folder).run(Bounds.FULL, Progress.SILENT).checks().get(0);
      assertThat(tlc.status()).isEqualTo(Status.PASS);
      double generated = figure(tlc, "generated") / figure(tlc, "seconds");
      Conformance conformance = Conformance.of(4, Ways.BOTH);
      Comparison found = conformance.compare(conformance.law(), states -> {});
      assertThat(found.difference()).isNull();
      assertThat((double) found.nodes()).isEqualTo(figure(tlc, "states"));
      double steps = found.steps() / found.seconds();
      System.out.printf("round %d, capacity 4: %,d states of the law%n", round, found.nodes());
      System.out.printf(
          "  TLC       %,9.0f states/s generated, %.1f s in all%n",
          generated, figure(tlc, "seconds"));
      System.out.printf(
          "  explorer  %,9.0f steps/s, %.1f s in all: %.1fx the rate, %.1fx the graph%n",
          steps, found.seconds(), steps / generated, figure(tlc, "seconds") / found.seconds());
    }
  }

  private static double figure(Check check, String name) {
    return Objects.requireNonNull(check.figures().get(name), name).doubleValue();
  }
}

package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Workers;
import org.sabring.tla.Model;

/** The law on TLC's server and workers, all of them on this machine. */
@Tag("any-jdk")
@Timeout(300)
class DistributedLayerTest {

  private static final String HERE = "127.0.0.1";

  @TempDir Path folder;

  private final int port;
  private final List<Process> workers = new ArrayList<>();

  DistributedLayerTest() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void endWorkers() {
    workers.forEach(Process::destroyForcibly);
  }

  @Test
  void aWorkerThatDiesTakesNoStateAlong() throws Exception {
    start(2);
    Progress killer = new Killer(1_000);
    Check check = check(distributed("seed-4"), killer, Duration.ofMinutes(2));
    assertThat(workers.get(0).isAlive()).as("killed in the middle").isFalse();
    assertThat(check.detail()).contains("holds in 29170 states").doesNotContain("expected");
    assertThat(check.status()).isEqualTo(Status.PASS);
    assertThat(check.figures()).containsEntry("workers", 2).containsEntry("workers lost", 1);
    assertThat(check.scope()).isEqualTo(distributed("seed-4").scope());
  }

  @Test
  void withTheLastWorkerGoneNothingIsKnown() throws Exception {
    start(1);
    Check check = check(distributed("seed-4"), new Killer(1_000), Duration.ofSeconds(20));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("the last worker was lost, and none came back within 20 s");
  }

  @Test
  void whereNobodyComesNothingIsKnown() throws InterruptedException {
    Check check = check(distributed("seed-2"), Progress.SILENT, Duration.ofSeconds(2));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("of 1 workers asked for 0 came within 2 s");
  }

  @Test
  void control_aBrokenLawIsFoundAndShownFromTheStart() throws Exception {
    start(1);
    Model sound = distributed("seed-2");
    Model control = distributed("NoNotify");
    Model broken =
        sound.with(
            "broken",
            control.constants(),
            Map.of(),
            List.of("TypeOK", "NoLostWakeup", "StepsRefineBoundedFifo"),
            List.of());
    broken = in(control.module(), broken, control.replace());
    Check check = check(broken, Progress.SILENT, Duration.ofMinutes(2));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("found: violates NoLostWakeup; expected: holds in");
    List<String> drawn = Objects.requireNonNull(check.counterexample()).draw();
    assertThat(drawn).anyMatch(line -> line.contains("at first"));
    assertThat(drawn).anyMatch(line -> line.contains("CWait: sleeps on WRITE"));
  }

  @Test
  void control_theControlsAmongTheModelsForWorkersFail() throws Exception {
    start(1);
    List<Model> controls =
        Model.all().stream().filter(model -> model.distributed() && model.isControl()).toList();
    assertThat(controls).isNotEmpty();
    List<Check> checks = checks(controls, Progress.SILENT, Duration.ofMinutes(2));
    assertThat(checks).hasSameSizeAs(controls);
    assertThat(checks).allMatch(check -> check.control() && check.status() == Status.PASS);
  }

  @Test
  void whatTlcCannotReadIsUnknown() throws InterruptedException {
    Model model = in("NoNotify", distributed("seed-2"), Map.of("PutOrder", "NoSuchDefinition"));
    Check check = check(model, Progress.SILENT, Duration.ofMinutes(2));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("NoSuchDefinition");
  }

  @Test
  void noOrdinaryRunTakesWhatIsForWorkers() throws InterruptedException {
    Model model = distributed("seed-2");
    assertThat(new ModelLayer(List.of(model), folder).run(Bounds.FULL, Progress.SILENT).checks())
        .isEmpty();
  }

  /** Nobody who was killed leaves a JVM behind: neither TLC's worker nor its server. */
  @Test
  void childrenDoNotOutliveTheirParent() throws Exception {
    start(1);
    Killer killer = new Killer(1);
    check(distributed("seed-3"), killer, Duration.ofSeconds(20));
    assertThat(killer.children).isNotEmpty();
    for (ProcessHandle child : killer.children) {
      child.onExit().get();
    }
    assertThat(killer.children).noneMatch(ProcessHandle::isAlive);
  }

  /** Kills the first worker when TLC has found that many states, and not all. */
  private final class Killer implements Progress {
    private final int states;
    private List<ProcessHandle> children = List.of();

    Killer(int states) {
      this.states = states;
    }

    @Override
    public void tick(String text) {
      Process worker = workers.get(0);
      boolean running = text.contains("distinct states found") && worker.isAlive();
      if (running && found(text) >= states && !text.endsWith(" 0 states left on queue.")) {
        children = worker.descendants().toList();
        worker.destroyForcibly();
        try {
          worker.onExit().get();
        } catch (InterruptedException | ExecutionException e) {
          throw new AssertionError(e);
        }
      }
    }

    private static int found(String text) {
      String number = text.replaceAll(".*?([\\d,]+) distinct states found.*", "$1");
      return Integer.parseInt(number.replace(",", ""));
    }
  }

  /** Starts workers as their command line does. */
  private void start(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      workers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.sabring.spec.cli.Main",
                  "worker",
                  "--server=" + HERE + ":" + port,
                  "--host=" + HERE,
                  "--threads=1")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("worker-" + i + ".txt").toFile())
              .start());
    }
  }

  private Check check(Model model, Progress progress, Duration patience)
      throws InterruptedException {
    return checks(List.of(model), progress, patience).get(0);
  }

  private List<Check> checks(List<Model> models, Progress progress, Duration patience)
      throws InterruptedException {
    List<String> hosts = Collections.nCopies(Math.max(1, workers.size()), HERE);
    return new ModelLayer(models, folder)
        .on(new Workers(hosts, HERE, port, patience))
        .orElseThrow()
        .run(Bounds.FULL, progress)
        .checks();
  }

  /** A model of one machine, for several; its invariants alone. */
  private static Model distributed(String name) {
    Model model = Model.named(name);
    return in(model.module(), model, model.replace());
  }

  private static Model in(String module, Model model, Map<String, String> replace) {
    return new Model(
        model.name(),
        model.says(),
        module,
        model.specification(),
        model.constants(),
        replace,
        model.invariants(),
        List.of(),
        Bounds.FULL,
        true,
        model.expect(),
        model.breaks());
  }
}

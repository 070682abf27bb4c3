package org.sabring.tla.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Workers;
import org.sabring.tla.Model;
import org.sabring.tla.distributed.DistributedRun;

/** The layer {@code model} on several machines: its larger models, one after the other. */
final class DistributedLayer implements Layer {

  private final TlcLayer layer;
  private final Workers workers;

  /**
   * @param layer knows the models
   */
  DistributedLayer(TlcLayer layer, Workers workers) {
    this.layer = layer;
    this.workers = workers;
  }

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public String promise() {
    return "TLC explores every state of the larger models of the law, with workers on several"
        + " machines. Looks at each state by itself and at the steps that leave it: cannot see"
        + " liveness, or the promises of steps other than the refinement of the bounded FIFO.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Model> models = layer.distributed();
    progress.checks(models.size());
    List<Check> checks = new ArrayList<>();
    try (Tlc tlc = new Tlc(layer.folder())) {
      for (Model model : models) {
        progress.begin(model.name());
        Check check = check(model, tlc, progress);
        progress.end(check);
        checks.add(check);
      }
    }
    return new Evidence(checks);
  }

  private Check check(Model model, Tlc tlc, Progress progress) throws InterruptedException {
    Path home = tlc.folder(model).resolveSibling(model.name() + "-server");
    Path output = home.resolve("output.txt");
    DistributedRun run = new DistributedRun(workers, progress::tick);
    long start = System.nanoTime();
    try {
      Tlc.prepare(home, model.module(), model.configuration());
      Optional<String> givenUp = run.run(home, model.module(), output);
      if (givenUp.isPresent()) {
        return unknown(model, givenUp.get());
      }
      Check check = judge(model, Files.readString(output, StandardCharsets.UTF_8), start, tlc);
      return withWorkers(check, run.lost());
    } catch (IOException | UncheckedIOException e) {
      return unknown(model, "TLC could not be run: " + e);
    }
  }

  /**
   * What came out. TLC's server prints that there is no error although it gave up for one, so there
   * must be no word of any. Of what is violated it tells neither the name nor more than the last
   * step: that is asked of TLC on this machine, which comes by a shortest way there.
   */
  private static Check judge(Model model, String output, long start, Tlc tlc)
      throws InterruptedException {
    TlcReport report = TlcReport.parse(output);
    List<String> errors =
        TlcMessage.in(output).stream().filter(TlcMessage::isError).map(TlcMessage::text).toList();
    if (report.isFinished() && errors.isEmpty()) {
      return ModelJudge.judge(model, report, seconds(start));
    }
    if (report.trace().isEmpty()) {
      return unknown(model, errors.isEmpty() ? report.message() : errors.get(0));
    }
    TlcReport here = tlc.check(model);
    if (here.isFinished()) {
      String detail = "the workers found a violation that this machine does not find";
      return ModelJudge.check(model, Status.FAIL, detail, Map.of(), TlaTrace.draw(detail, report));
    }
    return ModelJudge.judge(model, here, seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Check unknown(Model model, String why) {
    return ModelJudge.check(model, Status.UNKNOWN, "Nothing is known: " + why, Map.of(), null);
  }

  private Check withWorkers(Check check, int lost) {
    Map<String, Number> workers = new LinkedHashMap<>();
    workers.put("workers", this.workers.hosts().size());
    workers.put("workers lost", lost);
    return check.measuring(workers);
  }
}

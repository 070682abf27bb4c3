package org.sabring.tla;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Table;

/**
 * The layer {@code weak}: TLC explores the ring on memories that are not sequentially consistent,
 * and the memories themselves on litmus programs.
 */
public final class WeakLayer implements Layer {

  private static final int AT_ONCE = 2;

  private final WeakModels models;
  private final Path folder;

  /** All of {@code weak.json}; TLC works below {@code target/tlc} of the repository. */
  public WeakLayer() {
    this(WeakModels.all(), Path.of(System.getProperty("sabring.root", "."), "target", "tlc"));
  }

  WeakLayer(WeakModels models, Path folder) {
    this.models = models;
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String name() {
    return "weak";
  }

  @Override
  public String promise() {
    return "TLC explores the protocol on store buffers and on release/acquire memory: which access"
        + " modes suffice, and that none can go. Cannot see load buffering, or Java.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    Tlc tlc = new Tlc(folder);
    Map<String, Callable<List<Check>>> tasks = new LinkedHashMap<>();
    int count = 0;
    for (Sweep sweep : models.sweeps()) {
      if (sweep.model().effort().compareTo(bounds) <= 0) {
        tasks.put(sweep.model().name(), () -> check(sweep, tlc));
        count += 1 + sweep.all().size();
      }
    }
    for (Model model : models.models()) {
      if (model.effort().compareTo(bounds) <= 0) {
        tasks.put(model.name(), () -> List.of(check(model, tlc)));
        count++;
      }
    }
    progress.checks(count);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Map<String, Future<List<Check>>> running = new LinkedHashMap<>();
      tasks.forEach((name, task) -> running.put(name, pool.submit(task)));
      List<Check> checks = gather(running, progress);
      return new Evidence(checks, tables(checks, bounds));
    } finally {
      pool.shutdownNow();
    }
  }

  /** The cases of each sweep and what was found. */
  private List<Table> tables(List<Check> checks, Bounds bounds) {
    Map<String, Check> byName = new HashMap<>();
    checks.forEach(check -> byName.put(check.name(), check));
    List<Table> tables = new ArrayList<>();
    for (Sweep sweep : models.sweeps()) {
      if (sweep.model().effort().compareTo(bounds) <= 0) {
        tables.add(SweepJudge.table(sweep, byName));
      }
    }
    return tables;
  }

  private static List<Check> gather(Map<String, Future<List<Check>>> running, Progress progress)
      throws InterruptedException {
    List<Check> all = new ArrayList<>();
    for (Map.Entry<String, Future<List<Check>>> entry : running.entrySet()) {
      progress.begin(entry.getKey());
      for (Check check : result(entry.getKey(), entry.getValue())) {
        if (!check.name().equals(entry.getKey())) {
          progress.begin(check.name());
        }
        progress.end(check);
        all.add(check);
      }
    }
    return all;
  }

  private static List<Check> result(String name, Future<List<Check>> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return List.of(Check.unknown(name, "TLC could not be run: " + e.getCause()));
    }
  }

  private static List<Check> check(Sweep sweep, Tlc tlc) throws InterruptedException {
    long start = System.nanoTime();
    SweepReport report = tlc.check(sweep);
    return SweepJudge.judge(sweep, report, secondsSince(start));
  }

  private static Check check(Model model, Tlc tlc) throws InterruptedException {
    long start = System.nanoTime();
    TlcReport report = tlc.check(model);
    return ModelLayer.judge(model, report, secondsSince(start));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

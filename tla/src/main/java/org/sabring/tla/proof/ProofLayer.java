package org.sabring.tla.proof;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * The layer {@code proof}: the invariant of the ring and all that follows from it, from the text of
 * the law, for every capacity and any number of elements.
 */
public final class ProofLayer implements Layer {

  private final List<Claim> claims;
  private final Path folder;

  /** All claims; what the solvers are asked lies below {@code target/proof} of the repository. */
  public ProofLayer() {
    this(Claim.all(), Path.of(System.getProperty("sabring.root", "."), "target", "proof"));
  }

  ProofLayer(List<Claim> claims, Path folder) {
    this.claims = List.copyOf(claims);
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String name() {
    return "proof";
  }

  @Override
  public String promise() {
    return "SMTInterpol and Z3 prove, from the text of the law, an invariant that every action"
        + " keeps, and what follows from it: for every capacity and any number of elements."
        + " Cannot see liveness, weak memory, or Java.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Agenda> agendas = new ArrayList<>();
      Map<String, Callable<Check>> tasks = new LinkedHashMap<>();
      Evidence unreadable = agenda(bounds, agendas, tasks);
      progress.checks(tasks.size() + unreadable.checks().size());
      List<Check> checks = new ArrayList<>(unreadable.checks());
      checks.forEach(progress::end);
      Map<String, Future<Check>> running = new LinkedHashMap<>();
      tasks.forEach((name, task) -> running.put(name, pool.submit(task)));
      for (Map.Entry<String, Future<Check>> entry : running.entrySet()) {
        progress.begin(entry.getKey());
        Check check = result(entry.getKey(), entry.getValue());
        progress.end(check);
        checks.add(check);
      }
      List<Table> tables = new ArrayList<>();
      for (Agenda agenda : agendas) {
        tables.addAll(agenda.tables());
      }
      return new Evidence(checks, tables);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What there is to do; a law that cannot be read or translated is UNKNOWN, and says why. */
  private Evidence agenda(Bounds bounds, List<Agenda> agendas, Map<String, Callable<Check>> tasks) {
    List<Check> unreadable = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.effort().compareTo(bounds) <= 0) {
        try {
          Agenda agenda = new Agenda(Proof.of(claim, folder), bounds, folder);
          agendas.add(agenda);
          tasks.putAll(agenda.tasks());
        } catch (RuntimeException e) {
          unreadable.add(Check.unknown(claim.name(), e.toString()));
        }
      }
    }
    return new Evidence(unreadable);
  }

  private static Check result(String name, Future<Check> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return Check.unknown(name, "not proved: " + e.getCause());
    }
  }
}

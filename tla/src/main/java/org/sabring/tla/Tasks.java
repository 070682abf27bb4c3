package org.sabring.tla;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/** What a layer has to do: as many at once as there are cores, told of in the order given. */
public final class Tasks {

  private final Map<String, Callable<List<Check>>> tasks = new LinkedHashMap<>();
  private int checks;

  /** A task of one check, which has its name. */
  public void add(String name, Callable<Check> task) {
    add(name, 1, () -> List.of(task.call()));
  }

  /**
   * A task of several checks.
   *
   * @param count how many there will be
   */
  public void add(String name, int count, Callable<List<Check>> task) {
    tasks.put(name, task);
    checks += count;
  }

  /**
   * Runs all of them. One that throws is UNKNOWN, and says why.
   *
   * @throws InterruptedException if the caller gave up; the tasks are interrupted then
   */
  public List<Check> run(Progress progress) throws InterruptedException {
    progress.checks(checks);
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<String, Future<List<Check>>> running = new LinkedHashMap<>();
      tasks.forEach((name, task) -> running.put(name, pool.submit(task)));
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
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Check> result(String name, Future<List<Check>> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return List.of(Check.unknown(name, "could not be run: " + e.getCause()));
    }
  }
}

package org.sabring.spec.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The work of a layer: as many tasks at once as there are cores, the largest first, told of in the
 * order given.
 */
public final class Tasks {

  private record Task(String name, long size, Callable<List<Check>> work) {}

  private final List<Task> tasks = new ArrayList<>();
  private int checks;

  /** A task of one check, which has its name. */
  public void add(String name, Callable<Check> task) {
    add(name, 1, () -> List.of(task.call()));
  }

  /** A task of several checks; {@code count} is how many there will be. */
  public void add(String name, int count, Callable<List<Check>> task) {
    add(name, 0, count, task);
  }

  /**
   * A task of several checks.
   *
   * @param size how large it is, compared with others
   * @param count how many checks there will be
   */
  public void add(String name, long size, int count, Callable<List<Check>> task) {
    tasks.add(new Task(name, size, task));
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
      Map<Task, Future<List<Check>>> running = new HashMap<>();
      tasks.stream()
          .sorted(Comparator.comparingLong(Task::size).reversed())
          .forEach(task -> running.put(task, pool.submit(task.work())));
      List<Check> all = new ArrayList<>();
      for (Task task : tasks) {
        progress.begin(task.name());
        for (Check check : result(task.name(), Objects.requireNonNull(running.get(task)))) {
          if (!check.name().equals(task.name())) {
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

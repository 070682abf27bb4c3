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
import java.util.concurrent.TimeUnit;

/**
 * The work of a layer: as many tasks at once as there are cores, the largest first, told of in the
 * order given.
 */
public final class Tasks {

  /** How long an interrupted task may take to end what it has started. */
  private static final long GRACE_SECONDS = 5;

  private final List<Task> tasks = new ArrayList<>();

  /** A task. */
  public void add(Task task) {
    tasks.add(task);
  }

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
    add(new Task(name, size, count, task));
  }

  /**
   * Runs all of them. One that throws is UNKNOWN, and says why.
   *
   * @throws InterruptedException if the caller gave up; the tasks are interrupted then, and have
   *     ended
   */
  public List<Check> run(Progress progress) throws InterruptedException {
    progress.checks(tasks.stream().mapToInt(Task::count).sum());
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
      pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS); // they end their processes
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

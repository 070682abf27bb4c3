package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;

/**
 * The layer {@code stream}: our streams against those of a real Node, against the test kit of
 * Reactive Streams, and against small checks of what neither looks at. Each has to find mistakes
 * that are planted in the shipped streams.
 */
public final class StreamLayer implements Layer {

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String promise() {
    return "A real Node 20 runs sampled scripts on its own streams, and the logs have to be equal to"
        + " ours, line by line; Reactive Streams' own test kit judges publisher, subscriber and"
        + " processor; small checks, the same in every run, watch each rule of streams over a ring."
        + " Cannot see what none of them looks at.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    return run(tasks(bounds), progress);
  }

  static List<Task> tasks(Bounds bounds) throws InterruptedException {
    List<Task> tasks = new ArrayList<>(NodeChecks.within(bounds));
    tasks.addAll(TckChecks.all());
    tasks.addAll(StreamChecks.all());
    return tasks;
  }

  static Evidence run(List<Task> tasks, Progress progress) throws InterruptedException {
    progress.checks(tasks.size());
    List<Check> checks = new ArrayList<>();
    for (Task task : tasks) {
      checks.add(task.run(progress));
    }
    return new Evidence(checks);
  }
}

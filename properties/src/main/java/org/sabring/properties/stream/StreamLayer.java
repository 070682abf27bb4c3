package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;

/**
 * The layer {@code stream}: our streams against those of a real Node, and against the test kit of
 * Reactive Streams.
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
        + " processor. Cannot see what neither of them looks at.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Task> tasks = new ArrayList<>(NodeChecks.within(bounds));
    tasks.addAll(TckChecks.all());
    progress.checks(tasks.size());
    List<Check> checks = new ArrayList<>();
    for (Task task : tasks) {
      checks.add(task.run(progress));
    }
    return new Evidence(checks);
  }
}

package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Task;
import org.sabring.spec.check.Tasks;

/**
 * The layer {@code stream}: our streams against those of a real Node, against the test kit of
 * Reactive Streams, and against the tests of what neither looks at. Each has to find mistakes that
 * are planted in the shipped streams.
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
        + " processor; JUnit tests, the same in every run, watch each rule of streams over a ring."
        + " Cannot see what none of them looks at.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    return run(tasks(bounds), progress);
  }

  /**
   * The checks that have to find the mistake, planted in a shipped stream: what they say is FAIL.
   */
  @Override
  public Optional<Layer> planted(Mutant mutant) {
    Set<String> names = Set.of(mutant.name(), "TCK." + mutant.name());
    MutantLayer.Run how =
        (bounds, progress) ->
            run(
                Stream.concat(TckChecks.all().stream(), StreamChecks.all().stream())
                    .filter(task -> names.contains(task.name()))
                    .map(Task::asFound)
                    .toList(),
                progress);
    boolean seen = Mutants.cell(mutant, Column.STREAM_CHECKS).isCaught();
    return seen ? Optional.of(new MutantLayer(this, how)) : Optional.empty();
  }

  static List<Task> tasks(Bounds bounds) throws InterruptedException {
    List<Task> tasks = new ArrayList<>(NodeChecks.within(bounds));
    tasks.addAll(TckChecks.all());
    tasks.addAll(StreamChecks.all());
    return tasks;
  }

  static Evidence run(List<Task> tasks, Progress progress) throws InterruptedException {
    Tasks all = new Tasks();
    tasks.forEach(all::add);
    return new Evidence(all.run(progress));
  }
}

package org.sabring.properties.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Task;

/**
 * The tests of the streams, and every mutant of a shipped stream as their control: those tests have
 * to find it that the matrix of mutants says find it. The same in every run.
 */
final class StreamChecks {

  /** The control of the way in which mistakes are planted. */
  static final String UNEDITED = "Sources.passUnedited";

  private StreamChecks() {}

  static List<Task> all() {
    List<Task> tasks = new ArrayList<>();
    for (StreamTest test : StreamSuite.tests()) {
      tasks.add(Task.of(test.name(), () -> check(test)));
    }
    tasks.add(Task.of(UNEDITED, StreamChecks::unedited).ofSize(1));
    for (Mutant mutant : MutantWorld.ofTheStreams()) {
      tasks.add(Task.of(mutant.name(), () -> control(mutant)));
    }
    return tasks;
  }

  private static Check check(StreamTest test) {
    long start = System.nanoTime();
    String found = StreamSuite.found(test);
    boolean holds = found.isEmpty();
    return new Check(
            test.name(),
            false,
            test.rules(),
            holds ? Status.PASS : Status.FAIL,
            holds ? "It holds." : found,
            seconds(start),
            null)
        .over(Map.of("by", "tests"));
  }

  /** What is found here was not planted. */
  private static Check unedited() throws IOException {
    long start = System.nanoTime();
    Map<String, String> found = StreamSuite.in(MutantWorld.unedited());
    return new Check(
        UNEDITED,
        false,
        List.of(),
        found.isEmpty() ? Status.PASS : Status.FAIL,
        found.isEmpty()
            ? "The shipped sources, compiled as those with a mistake are, pass every check."
            : text(found),
        seconds(start),
        null);
  }

  static Check control(Mutant mutant) throws IOException {
    long start = System.nanoTime();
    Map<String, String> found = StreamSuite.of(mutant);
    Set<String> said = Set.copyOf(Mutants.cell(mutant, Column.STREAM_CHECKS).names());
    boolean same = found.keySet().equals(said);
    return new Check(
        mutant.name(),
        true,
        mutant.rules(),
        same ? Status.PASS : Status.FAIL,
        same ? text(found) : "found " + found.keySet() + ", expected " + said,
        seconds(start),
        null);
  }

  private static String text(Map<String, String> found) {
    return found.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Number> seconds(long start) {
    return Map.of("seconds", Figures.secondsSince(start));
  }
}

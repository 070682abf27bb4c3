package org.sabring.properties.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.properties.stream.tck.ProcessorTck;
import org.sabring.properties.stream.tck.PublisherTck;
import org.sabring.properties.stream.tck.SubscriberTck;
import org.sabring.properties.stream.tck.TckRun;
import org.sabring.properties.stream.tck.TwiceCompleteTck;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;

/** The test kit of Reactive Streams, and a publisher that it has to find wrong. */
final class TckChecks {

  /**
   * The only tests that may be left out: those that the kit has no test for, and those for several
   * subscribers. A stream has one reader, and a ring one consumer; Reactive Streams leaves it to
   * the publisher how many it serves (rule 1.11).
   */
  private static final List<String> MAY_BE_LEFT_OUT =
      List.of(
          "untested_",
          "optional_spec111_",
          "required_mustRequestFromUpstreamForElementsThatHaveBeenRequestedLongAgo",
          "required_spec104_mustCallOnErrorOnAllItsSubscribersIfItEncounters");

  private TckChecks() {}

  static List<Task> all() {
    return List.of(
        task("TCK.publisher", PublisherTck.class, false),
        task("TCK.subscriber", SubscriberTck.class, false),
        task("TCK.processor", ProcessorTck.class, false),
        task("CompletesTwice", TwiceCompleteTck.class, true));
  }

  private static Task task(String name, Class<?> verification, boolean control) {
    return new Task(
        name,
        progress -> {
          long start = System.nanoTime();
          TckRun run = TckRun.of(verification);
          Map<String, Number> figures = new LinkedHashMap<>();
          figures.put("passed", run.passed().size());
          figures.put("failed", run.failed().size());
          figures.put("left out", run.skipped().size());
          figures.put("seconds", Task.secondsSince(start));
          return control ? control(name, run, figures) : check(name, run, figures);
        });
  }

  private static Check check(String name, TckRun run, Map<String, Number> figures) {
    List<String> missed =
        run.skipped().stream()
            .filter(test -> MAY_BE_LEFT_OUT.stream().noneMatch(test::startsWith))
            .toList();
    Status status = Status.PASS;
    String detail =
        run.passed().size()
            + " tests pass. Left out, with the kit's reason:\n"
            + String.join("\n", run.skipped());
    if (!run.failed().isEmpty()) {
      status = Status.FAIL;
      detail = String.join("\n", run.failed());
    } else if (!missed.isEmpty() || run.passed().isEmpty()) {
      status = Status.UNKNOWN;
      detail = "Tests that should run did not:\n" + String.join("\n", missed);
    }
    return new Check(name, false, List.of(), status, detail, figures, null);
  }

  /** It has to find the second completion, and say so. */
  private static Check control(String name, TckRun run, Map<String, Number> figures) {
    List<String> found =
        run.failed().stream().filter(test -> test.contains("additional complete")).toList();
    Status status = found.isEmpty() ? Status.FAIL : Status.PASS;
    String detail =
        found.isEmpty() ? "The kit did not find the second completion." : String.join("\n", found);
    return new Check(name, true, List.of(), status, detail, figures, null);
  }
}

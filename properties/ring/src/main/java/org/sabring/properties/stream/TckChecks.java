package org.sabring.properties.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.properties.stream.tck.ProcessorTck;
import org.sabring.properties.stream.tck.PublisherTck;
import org.sabring.properties.stream.tck.SubscriberTck;
import org.sabring.properties.stream.tck.TckRun;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Task;

/** The test kit of Reactive Streams, and mistakes in the publisher that it has to find. */
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
        task("TCK.publisher", PublisherTck.class),
        task("TCK.subscriber", SubscriberTck.class),
        task("TCK.processor", ProcessorTck.class),
        control(
            "BeyondDemand",
            "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements"),
        control(
            "CompletesTwice",
            "required_spec107_mustNotEmitFurtherSignalsOnceOnCompleteHasBeenSignalled"));
  }

  private static Task task(String name, Class<?> verification) {
    return Task.of(
            name,
            () -> {
              long start = System.nanoTime();
              TckRun run = TckRun.of(verification);
              return check(name, run, figures(run, start));
            })
        .ofSize(1);
  }

  /** One test of the kit, which has to find the mistake in the publisher. */
  private static Task control(String mutant, String test) {
    Mutant planted = Mutants.named(mutant).orElseThrow();
    String name = "TCK." + mutant;
    return Task.of(
        name,
        () -> {
          long start = System.nanoTime();
          Class<?> verification = MutantWorld.of(planted).load(PublisherTck.class);
          TckRun run = TckRun.of(verification, test::equals);
          boolean found = run.failed().size() == 1;
          return new Check(
              name,
              true,
              planted.rules(),
              found ? Status.PASS : Status.FAIL,
              found ? run.failed().get(0) : "The kit did not find it: " + run,
              figures(run, start),
              null);
        });
  }

  private static Map<String, Number> figures(TckRun run, long start) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("passed", run.passed().size());
    figures.put("failed", run.failed().size());
    figures.put("left out", run.skipped().size());
    figures.put("seconds", Figures.secondsSince(start));
    return figures;
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
    return new Check(name, false, List.of(), status, detail, figures, null)
        .over(Map.of("by", "the kit of Reactive Streams"));
  }
}

package org.sabring.jcstress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.sabring.jcstress.RaceTrial.Role;

/** What jcstress might have left behind. */
final class Results {

  /** More samples than any race has to have. */
  static final long ENOUGH = 10_000;

  private Results() {}

  static RaceTrial named(String name) {
    return RaceTrial.all().stream().filter(r -> r.name().equals(name)).findAny().orElseThrow();
  }

  /** One fork that saw one outcome, or none if it came to nothing. */
  static TestResult of(RaceTrial trial, Status status, String outcome, long count) {
    TestResult result = new TestResult(status);
    result.setConfig(config(trial));
    if (count > 0) {
      result.addState(outcome, count);
    }
    return result;
  }

  private static TestConfig config(RaceTrial trial) {
    try {
      Options options = new Options(new String[] {"-c", "2", "-iters", "1", "-time", "50"});
      options.parse();
      SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, 2, NodeType.PACKAGE);
      return new TestConfig(
          options,
          TestList.getInfo(trial.race().getName()),
          1,
          List.of(trial.property()),
          0,
          anywhere);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run in which the shipped ring did well, and each control what is asked of it. */
  static List<TestResult> good(List<RaceTrial> trials) {
    List<TestResult> good = new ArrayList<>();
    for (RaceTrial trial : trials) {
      good.add(of(trial, Status.NORMAL, outcome(trial), ENOUGH));
    }
    return good;
  }

  /** One that the test allows; on a control one that it does not. */
  private static String outcome(RaceTrial trial) {
    Outcome[] outcomes = trial.race().getAnnotationsByType(Outcome.class);
    Expect wanted = trial.role() == Role.CONTROL ? Expect.FORBIDDEN : Expect.ACCEPTABLE;
    return Arrays.stream(outcomes)
        .filter(outcome -> outcome.expect() == wanted)
        .map(outcome -> outcome.id()[0])
        .findFirst()
        .orElseThrow();
  }

  /** The same with something else of one trial. */
  static List<TestResult> with(List<RaceTrial> trials, TestResult other) {
    List<TestResult> results = new ArrayList<>();
    for (TestResult result : good(trials)) {
      results.add(isSame(result, other) ? other : result);
    }
    return results;
  }

  private static boolean isSame(TestResult one, TestResult other) {
    return one.getName().equals(other.getName())
        && one.getConfig().jvmArgs.equals(other.getConfig().jvmArgs);
  }
}

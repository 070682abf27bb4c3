package org.sabring.jcstress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;

/** What jcstress might have left behind. */
final class Results {

  private Results() {}

  static Race named(String name) {
    return Race.all().stream().filter(r -> r.name().equals(name)).findAny().orElseThrow();
  }

  /** One fork that saw one outcome, or none if it came to nothing. */
  static TestResult of(Race race, Status status, String outcome, long count) {
    TestResult result = new TestResult(status);
    result.setConfig(config(race));
    if (count > 0) {
      result.addState(outcome, count);
    }
    return result;
  }

  private static TestConfig config(Race race) {
    try {
      Options options = new Options(new String[] {"-c", "2", "-iters", "1", "-time", "50"});
      options.parse();
      SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, 2, NodeType.PACKAGE);
      return new TestConfig(options, TestList.getInfo(race.fullName()), 1, List.of(), 0, anywhere);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run in which the shipped ring did well, and each control what is asked of it. */
  static List<TestResult> good(List<Race> races) {
    List<TestResult> good = new ArrayList<>();
    for (Race race : races) {
      boolean control = race.role() == Role.CONTROL;
      String right = Races.allowed(race.program(), RaceRing.SHIPPED, Races.WEAKEST).first();
      String outcome = control ? race.mistakes().first() : right;
      good.add(of(race, Status.NORMAL, outcome, Judge.ENOUGH));
    }
    return good;
  }

  /** The same with something else of one test. */
  static List<TestResult> with(List<Race> races, TestResult other) {
    List<TestResult> results = new ArrayList<>();
    for (TestResult result : good(races)) {
      results.add(result.getName().equals(other.getName()) ? other : result);
    }
    return results;
  }
}

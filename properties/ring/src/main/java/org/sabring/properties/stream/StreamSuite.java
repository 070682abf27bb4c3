package org.sabring.properties.stream;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.sabring.properties.QuietLauncher;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;

/**
 * The JUnit tests of the shipped streams, run as checks: those that say which rules they watch and
 * are the same in every run. As a function it runs those that it is given, as {@link
 * StreamTest#selected} names them, on the streams that are loaded where it is.
 */
public final class StreamSuite implements Function<List<String>, Map<String, String>> {

  private static final String PACKAGE = "org.sabring.stream";

  /** More than any test needs: one that hangs on a mutant fails after it. */
  private static final String LIMIT = "20 s";

  /** What each test has found, by its name. */
  private static final class Verdicts implements TestExecutionListener {
    final Map<String, String> found = new TreeMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      found.put(nameOf(test), "skipped: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String thrown = result.getThrowable().map(Throwable::toString).orElse("");
      if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        found.put(nameOf(test), thrown);
      }
    }

    private static String nameOf(TestIdentifier test) {
      return test.getSource().flatMap(StreamTest::of).map(StreamTest::name).orElse(test.toString());
    }
  }

  /** The tests, found once. */
  private static final class Found {
    static final List<StreamTest> TESTS = discovered();
  }

  /** All tests there are, in the order of their names. */
  static List<StreamTest> tests() {
    return Found.TESTS;
  }

  private static List<StreamTest> discovered() {
    TestPlan plan = QuietLauncher.create().discover(request(List.of(selectPackage(PACKAGE))));
    Map<String, StreamTest> tests = new TreeMap<>();
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier one : plan.getDescendants(root)) {
        one.getSource().flatMap(StreamTest::of).ifPresent(test -> tests.put(test.name(), test));
      }
    }
    return List.copyOf(tests.values());
  }

  /** What one test finds; empty if nothing is wrong. */
  static String found(StreamTest test) {
    String found = run(List.of(test.selector())).get(test.name());
    return found == null ? "it did not run" : found;
  }

  @Override
  public Map<String, String> apply(List<String> selected) {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    here.setContextClassLoader(StreamSuite.class.getClassLoader()); // JUnit loads the tests by it
    try {
      return run(DiscoverySelectors.parseAll(selected.toArray(String[]::new)).toList());
    } finally {
      here.setContextClassLoader(before);
    }
  }

  private static Map<String, String> run(List<? extends DiscoverySelector> selectors) {
    Verdicts verdicts = new Verdicts();
    QuietLauncher.create().execute(request(selectors), verdicts);
    return verdicts.found;
  }

  private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors) {
    PostDiscoveryFilter watching =
        found -> {
          TestSource source = found.getSource().orElse(null);
          return FilterResult.includedIf(
              !(source instanceof MethodSource) || StreamTest.of(source).isPresent());
        };
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectors)
        .filters(
            EngineFilter.includeEngines("junit-jupiter"),
            TagFilter.excludeTags("threads"),
            watching)
        .configurationParameter("junit.jupiter.execution.timeout.default", LIMIT)
        .configurationParameter(
            "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
        .build();
  }

  /** What each test finds in the streams as shipped, by its name; empty where nothing is wrong. */
  public static Map<String, String> here() {
    return new StreamSuite().apply(tests().stream().map(StreamTest::selected).toList());
  }

  /** What each test finds in a world, by its name, where it finds something. */
  public static Map<String, String> in(MutantWorld world) {
    return in(world, tests());
  }

  private static Map<String, String> in(MutantWorld world, List<StreamTest> tests) {
    @SuppressWarnings("unchecked") // that is what it is
    Function<List<String>, Map<String, String>> inside =
        (Function<List<String>, Map<String, String>>)
            world.create(StreamSuite.class, Function.class);
    Map<String, String> found =
        new TreeMap<>(inside.apply(tests.stream().map(StreamTest::selected).toList()));
    for (StreamTest test : tests) {
      found.putIfAbsent(test.name(), "it did not run");
    }
    found.values().removeIf(String::isEmpty);
    return found;
  }

  /**
   * Those that find this mutant by a rule that it breaks; of a mutant that breaks none, those that
   * watch none. No others are run.
   *
   * @throws IOException as {@link MutantWorld#of}
   */
  static Map<String, String> of(Mutant mutant) throws IOException {
    return in(MutantWorld.of(mutant), tests().stream().filter(test -> fits(test, mutant)).toList());
  }

  private static boolean fits(StreamTest test, Mutant mutant) {
    return mutant.rules().isEmpty()
        ? test.rules().isEmpty()
        : !Collections.disjoint(test.rules(), mutant.rules());
  }
}

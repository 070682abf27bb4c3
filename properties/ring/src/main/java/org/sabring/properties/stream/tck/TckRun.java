package org.sabring.properties.stream.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.testng.IMethodInterceptor;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/**
 * One verification of Reactive Streams' test kit, run by TestNG, and what came of it.
 *
 * @param passed the names of the tests that passed
 * @param failed those that failed, with the reason
 * @param skipped those that did not apply, with the kit's reason
 */
public record TckRun(List<String> passed, List<String> failed, List<String> skipped) {

  /** How long the kit waits for a signal that has to come. */
  static final long TIMEOUT_MILLIS = 1_000;

  /** How long it listens for one that must not come. */
  static final long SILENCE_MILLIS = 50;

  public TckRun {
    passed = List.copyOf(passed);
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
  }

  /** TestNG has one runner at a time. */
  private static final Lock ALONE = new ReentrantLock();

  /** Runs a verification. Prints nothing and writes no file. */
  public static TckRun of(Class<?> verification) throws InterruptedException {
    return of(verification, name -> true);
  }

  /** Runs those tests of a verification whose names are wanted. */
  public static TckRun of(Class<?> verification, Predicate<String> wanted)
      throws InterruptedException {
    Results results = new Results();
    TestNG runner = new TestNG(false);
    runner.setVerbose(0);
    runner.setTestClasses(new Class<?>[] {verification});
    runner.addListener(results);
    IMethodInterceptor choice =
        (tests, context) ->
            tests.stream().filter(test -> wanted.test(test.getMethod().getMethodName())).toList();
    runner.addListener(choice);
    ALONE.lockInterruptibly();
    try {
      runner.run();
    } finally {
      ALONE.unlock();
    }
    return new TckRun(results.passed, results.failed, results.skipped);
  }

  private static final class Results implements ITestListener {
    final List<String> passed = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();

    private static String why(ITestResult result) {
      Throwable reason = result.getThrowable();
      return result.getName() + ": " + (reason == null ? "no reason given" : reason.getMessage());
    }

    @Override
    public void onTestSuccess(ITestResult result) {
      passed.add(result.getName());
    }

    @Override
    public void onTestFailure(ITestResult result) {
      failed.add(why(result));
    }

    @Override
    public void onTestSkipped(ITestResult result) {
      skipped.add(why(result));
    }
  }
}

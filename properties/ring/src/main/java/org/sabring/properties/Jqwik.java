package org.sabring.properties;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.sabring.properties.trial.Trial;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Progress;

/**
 * A runner of one property, on the JUnit Platform. Nothing is printed and no file is left: reports
 * go to the platform, where nobody listens, and there is no database of earlier runs.
 */
public final class Jqwik {

  /** Held here, or its level would be forgotten. What it would say is in the result. */
  private static final Logger LOG = Logger.getLogger("net.jqwik");

  private static final long TICK_MILLIS = 500;

  /** jqwik keeps what its properties store in one place for all, which two must not change. */
  private static final Lock ALONE = new ReentrantLock();

  private Jqwik() {}

  static int tries(Bounds bounds) {
    return switch (bounds) {
      case QUICK -> 200;
      case DEFAULT -> 1000;
      case FULL -> 20_000;
    };
  }

  /**
   * Runs a property in a trial. The trial has its result, or it did not run.
   *
   * <p>On a thread of its own: jqwik and what it calls do not always keep an interrupt for the
   * caller.
   *
   * @param shrinkSeconds how long to look for a smaller sample of a failure; 0 not at all
   * @param progress hears from this thread how many tries there were
   * @throws InterruptedException if the caller gave up; the property has ended then
   */
  static void run(Method property, int tries, int shrinkSeconds, Trial trial, Progress progress)
      throws InterruptedException {
    run(property, tries, shrinkSeconds, trial::around, trial::tries, trial::stop, progress);
  }

  /**
   * Runs a property of any kind, likewise.
   *
   * @param around runs what it is given on the property's thread, with what the property needs
   * @param count how many tries there were so far; asked from the caller's thread
   * @param stop lets every try from now on fail
   * @throws InterruptedException if the caller gave up; the property has ended then
   */
  public static void run(
      Method property,
      int tries,
      int shrinkSeconds,
      Consumer<Runnable> around,
      LongSupplier count,
      Runnable stop,
      Progress progress)
      throws InterruptedException {
    LOG.setLevel(Level.SEVERE);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(property.getDeclaringClass(), property))
            .filters(EngineFilter.includeEngines("jqwik"))
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.tries.default", Integer.toString(tries))
            .configurationParameter("jqwik.failures.after.default", "SAMPLE_FIRST")
            .configurationParameter("jqwik.generation.default", "RANDOMIZED")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.reporting.onlyfailures", "true")
            .configurationParameter(
                "jqwik.shrinking.default", shrinkSeconds > 0 ? "BOUNDED" : "OFF")
            .configurationParameter(
                "jqwik.shrinking.bounded.seconds", Integer.toString(Math.max(1, shrinkSeconds)))
            .build();
    Runnable execution = () -> QuietLauncher.create().execute(request);
    Thread thread = new Thread(() -> around.accept(execution), "sabring-property");
    ALONE.lockInterruptibly();
    try {
      thread.start();
      thread.join(TICK_MILLIS);
      while (thread.isAlive()) {
        progress.tick(count.getAsLong() + " tries");
        thread.join(TICK_MILLIS);
      }
    } finally {
      stop.run();
      thread.join();
      ALONE.unlock();
    }
  }
}

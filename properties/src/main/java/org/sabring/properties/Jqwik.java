package org.sabring.properties;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sabring.properties.trial.Trial;
import org.sabring.spec.verdict.Bounds;

/**
 * Runs one property by the JUnit Platform. Nothing is printed and no file is left: reports go to
 * the platform, where nobody listens, and there is no database of earlier runs.
 */
final class Jqwik {

  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  private Jqwik() {}

  static int tries(Bounds bounds) {
    return switch (bounds) {
      case QUICK -> 200;
      case DEFAULT -> 1000;
      case FULL -> 20_000;
    };
  }

  /** Runs a property in a trial, on this thread. The trial has its result, or it did not run. */
  static void run(Method property, int tries, Trial trial) {
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
            .configurationParameter("jqwik.shrinking.bounded.seconds", "2")
            .build();
    trial.around(() -> LauncherFactory.create(ALONE).execute(request));
  }
}

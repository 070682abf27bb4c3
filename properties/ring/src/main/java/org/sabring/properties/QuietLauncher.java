package org.sabring.properties;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** A launcher of the JUnit Platform that nobody listens to but who runs it: layers report alone. */
public final class QuietLauncher {

  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  private QuietLauncher() {}

  /** A new one. */
  public static Launcher create() {
    return LauncherFactory.create(ALONE);
  }
}

package org.sabring.tla;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes come from, for the class path of child JVMs. */
public final class Archives {

  private Archives() {}

  /** The archive of TLC. */
  public static String tlc() {
    try {
      return of(Class.forName("tlc2.TLC", false, Archives.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("TLC is not on the class path", e);
    }
  }

  /** The archive or folder of a class, on whatever class path this runs. */
  public static String of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

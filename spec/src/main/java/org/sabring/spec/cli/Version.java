package org.sabring.spec.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of sabring, as Maven has written it into the archive. */
final class Version implements IVersionProvider {
  private static final String PROPERTIES =
      "/META-INF/maven/org.sabring/sabring-spec/pom.properties";

  /** The version; {@code development} when the classes were not packaged. */
  static String text() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version", "development");
  }

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"sabring " + text()};
  }
}

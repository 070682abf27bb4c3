package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page shows is the project that the build runs. */
class RecorderPageTest {
  private static final Path MODULE =
      Path.of(System.getProperty("sabring.root")).resolve("spec/recorder");

  @Test
  void theTestOnThePageIsTheTestThatRuns() throws IOException {
    String test = read("src/it/junit/src/test/java/example/MyQueueTest.java");
    assertThat(read("README.md")).contains("```java\n" + test + "```\n");
  }

  @Test
  void theDependenciesOnThePageAreThoseOfTheProject() throws IOException {
    String pom = read("src/it/junit/pom.xml");
    String dependencies =
        pom.substring(
            pom.indexOf("<dependencies>") + 14,
            pom.indexOf("    <dependency>\n      <groupId>org.junit"));
    assertThat(read("README.md"))
        .contains("```xml" + dependencies.replace("@project.version@", "0.1.0-SNAPSHOT") + "```\n");
  }

  private static String read(String file) throws IOException {
    return Files.readString(MODULE.resolve(file));
  }
}

package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code sabring}, in a house of cardboard: its Maven and its Java only say so. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher needs a POSIX shell")
class LauncherTest {
  private static final Path SCRIPT = Path.of(System.getProperty("sabring.root"), "sabring");
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "VERSION"' >&2; exit; fi
      for arg; do echo "[$arg]"; done
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "building $*"
      mkdir -p target/lib properties/ring/target/classes jcstress/target/classes
      touch target/.built
      """;

  private final Path temp;
  private final Path root;

  LauncherTest(@TempDir Path directory) throws IOException {
    temp = directory.toRealPath();
    root = Files.createDirectories(temp.resolve("a house"));
  }

  @BeforeEach
  void build() throws IOException {
    Files.copy(SCRIPT, root.resolve("sabring"));
    Files.createDirectories(root.resolve("spec/src/main"));
    Files.writeString(root.resolve("pom.xml"), "");
    script("mvnw", MAVEN);
    java("17.0.15");
  }

  private void script(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void java(String version) throws IOException {
    script("jdk/bin/java", JAVA.replace("VERSION", version));
  }

  private Cli run(Path script, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", root.resolve("jdk").toString());
    environment.put("SABRING_MVN_OPTS", "-o -ntp");
    environment.remove("SABRING_JAVA_OPTS");
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int code = builder.start().waitFor();
    return new Cli(code, Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void buildsOnceAndThenRunsWithTheArgumentsAsTheyAre() throws Exception {
    Cli first = run(root.resolve("sabring"), "verify", "--out", "two words", "");
    assertThat(first.code()).isZero();
    assertThat(first.err())
        .contains("first run takes a minute", "building -B -q -DskipTests -o -ntp package");
    assertThat(first.out().lines())
        .containsExactly(
            "[-cp]",
            "[%1$s/target/lib/*:%1$s/properties/ring/target/classes:%1$s/jcstress/target/classes]"
                .formatted(root),
            "[-Dsabring.root=" + root + "]",
            "[-Dsabring.columns=0]",
            "[org.sabring.spec.cli.Main]",
            "[verify]",
            "[--out]",
            "[two words]",
            "[]");
    Cli second = run(root.resolve("sabring"), "verify", "--out", "two words", "");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void findsItsRootThroughSymbolicLinks() throws Exception {
    Path one = Files.createSymbolicLink(temp.resolve("one"), Path.of("a house/sabring"));
    Path two = Files.createSymbolicLink(temp.resolve("two"), one.toAbsolutePath());
    assertThat(run(two).out()).contains("[-Dsabring.root=" + root + "]");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(root.resolve("sabring"));
    saveLater("spec/src/main/New.java");
    assertThat(run(root.resolve("sabring")).err()).contains("the sources have changed");
  }

  @Test
  void buildsAgainWhenASourceOfAModuleInAFolderOfModulesIsNewer() throws Exception {
    run(root.resolve("sabring"));
    saveLater("properties/explorer/src/main/New.java");
    assertThat(run(root.resolve("sabring")).err()).contains("the sources have changed");
  }

  private void saveLater(String file) throws IOException {
    Path source = root.resolve(file);
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void buildsAgainWhenClassesAreMissing() throws Exception {
    run(root.resolve("sabring"));
    Files.delete(root.resolve("jcstress/target/classes"));
    assertThat(run(root.resolve("sabring")).err()).contains("building -B");
  }

  @Test
  void removesOldArchivesBeforeItBuilds() throws Exception {
    Files.createDirectories(root.resolve("target/lib"));
    Path old = Files.writeString(root.resolve("target/lib/sabring-spec-0.0.jar"), "");
    Path other = Files.writeString(root.resolve("target/lib/jackson.jar"), "");
    run(root.resolve("sabring"));
    assertThat(old).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void aBuildThatFailsIsUnknownAndNothingRuns() throws Exception {
    script("mvnw", "#!/bin/sh\necho compiler says no\nexit 1\n");
    Cli cli = run(root.resolve("sabring"), "verify");
    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains("compiler says no", "sabring: the build failed");
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    java("1.8.0_402");
    Cli cli = run(root.resolve("sabring"));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("Java 17 or later is needed");
  }

  @Test
  void aJavaHomeWithoutJavaIsRefused() throws Exception {
    Files.delete(root.resolve("jdk/bin/java"));
    Cli cli = run(root.resolve("sabring"));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("no bin/java in JAVA_HOME=" + root.resolve("jdk"));
  }
}

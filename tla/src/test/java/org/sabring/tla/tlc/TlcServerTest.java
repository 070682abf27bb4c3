package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.tla.Model;

/** The child JVM that runs TLC. */
@Timeout(120)
class TlcServerTest {

  @TempDir Path folder;

  /** Whoever started it holds the other end of its standard input, and lets go when it dies. */
  @Test
  void endsWithItsStandardInputWhateverItDoes() throws IOException, InterruptedException {
    for (String run : List.of("", folder.resolve("output.txt") + "\t-help\n")) {
      Process server = server();
      server.outputWriter().append(run).close();
      assertThat(server.waitFor()).isZero();
    }
  }

  /** What one run leaves in its JVM is nothing to the next: neither an error nor a longer model. */
  @Test
  void runsDoNotSeeEachOther() throws InterruptedException {
    Model broken = Model.named("NoNotify");
    Model holds = Model.named("producer-stops-seed");
    Model unreadable =
        broken.with(
            "unreadable",
            broken.constants(),
            Map.of("PutOrder", "NoSuchDefinition"),
            List.of(),
            List.of());
    TlcReport alone = report(holds);

    try (Tlc tlc = new Tlc(folder)) {
      assertThat(tlc.check(unreadable).outcome()).isEqualTo(TlcReport.Outcome.BROKEN);
      assertThat(tlc.check(holds)).isEqualTo(alone);
      assertThat(tlc.check(broken).violated()).isEqualTo(broken.expect().violates());
      assertThat(tlc.check(holds)).isEqualTo(alone);
    }
    assertThat(Files.exists(folder.resolve("run-1/jvm-1"))).isTrue();
    assertThat(Files.exists(folder.resolve("run-1/jvm-2"))).isFalse();
  }

  private TlcReport report(Model model) throws InterruptedException {
    try (Tlc tlc = new Tlc(folder.resolve("alone"))) {
      return tlc.check(model);
    }
  }

  private static Process server() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TlcServer.class.getName(),
            "no-archive.jar")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}

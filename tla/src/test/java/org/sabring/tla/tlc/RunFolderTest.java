package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs at the same time have a folder each, and the next one has the first that is free. */
class RunFolderTest {

  @TempDir Path common;

  @Test
  void noTwoRunsHaveOneFolder() throws IOException {
    RunFolder first = RunFolder.below(common);
    try (RunFolder second = RunFolder.below(common);
        RunFolder third = RunFolder.below(common)) {
      assertThat(first.path()).isEqualTo(common.resolve("run-1"));
      assertThat(second.path()).isEqualTo(common.resolve("run-2"));
      assertThat(third.path()).isEqualTo(common.resolve("run-3"));
      first.close();
      try (RunFolder next = RunFolder.below(common)) {
        assertThat(next.path()).isEqualTo(first.path());
      }
    }
  }

  /** The lock is one that other processes see: it is not enough that this JVM knows. */
  @Test
  void anotherProcessCannotTakeIt() throws IOException, InterruptedException {
    try (RunFolder mine = RunFolder.below(common)) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Other.class.getName(),
                  common.toString())
              .redirectErrorStream(true)
              .start();
      String took = String.join("", other.inputReader(StandardCharsets.UTF_8).lines().toList());
      assertThat(other.waitFor()).isZero();
      assertThat(took).isEqualTo(common.resolve("run-2").toString());
      assertThat(mine.path()).isEqualTo(common.resolve("run-1"));
    }
  }

  /** Another process that takes a folder and says which. */
  static final class Other {
    public static void main(String[] args) throws IOException {
      try (RunFolder folder = RunFolder.below(Path.of(args[0]))) {
        System.out.println(folder.path());
      }
    }
  }
}

package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.Fork;

/**
 * A file goes through rings and comes out identical, in a JVM whose heap it does not fit in. With
 * {@code -Dsabring.file.megabytes=1024} it is a large one.
 */
class FileTest {

  private static final int MEGABYTES = Integer.getInteger("sabring.file.megabytes", 20);

  @TempDir Path folder;

  @Test
  void aFileLargerThanTheHeapComesOutIdentical() throws Exception {
    Fork.Ended run =
        Fork.run(
            FileRun.class,
            List.of("-Xmx16m", "-XX:+UseSerialGC"),
            120 + 16L * MEGABYTES,
            folder.toString(),
            Integer.toString(MEGABYTES));
    System.out.print(MEGABYTES > 20 ? run.printed() : "");
    assertThat(run.exit()).as(run.printed()).isZero();
    String bytes = ": " + (((long) MEGABYTES << 20) + 3) + " bytes";
    for (FileRun.Way way : FileRun.Way.values()) {
      assertThat(run.printed()).contains(way + bytes);
    }
    assertThat(run.printed().lines()).allMatch(line -> line.contains("identical"));
  }

  /** The check of the heap is one: what holds the whole file does not fit. */
  @Test
  void control_whatHoldsTheFileDoesNotFit() throws Exception {
    Fork.Ended run = Fork.run(HoldsAll.class, List.of("-Xmx16m", "-XX:+UseSerialGC"), 120, "20");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.printed()).contains("OutOfMemoryError");
  }

  /** Holds as many megabytes as it is told. */
  static final class HoldsAll {
    public static void main(String[] arguments) {
      byte[][] held = new byte[Integer.parseInt(arguments[0])][];
      for (int i = 0; i < held.length; i++) {
        held[i] = new byte[1 << 20];
      }
      System.out.println(held.length);
    }
  }
}

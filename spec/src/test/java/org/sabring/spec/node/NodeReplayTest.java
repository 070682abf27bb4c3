package org.sabring.spec.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.vectors.VectorWriter;

/** Our ring in Node, held against the schedules that cover the law. Needs Node 20 or later. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class NodeReplayTest {

  @TempDir static Path folder;
  private static Path vectors = Path.of("not written");

  /**
   * What a program did.
   *
   * @param code its exit code
   * @param said all that it wrote
   */
  private record Ran(int code, String said) {}

  @BeforeAll
  static void write() throws IOException, InterruptedException {
    assumeTrue(NodeProgram.isThere(), "skipped: Node 20 or later is not on the PATH");
    vectors = folder.resolve("vectors.jsonl");
    try (Writer writer = Files.newBufferedWriter(vectors)) {
      VectorWriter.write(new Protocol(2, 2, 4, Profile.REFERENCE, true, true), writer);
    }
  }

  @Test
  void ourRingTakesEveryStepOfTheLaw() throws Exception {
    Ran ran = replay(vectors);
    assertThat(ran.said()).contains("CONFORMS, 2361 schedules, 97421 steps");
    assertThat(ran.code()).isZero();
  }

  @Test
  void control_aSpoiltVectorIsFound() throws Exception {
    List<String> lines = Files.readAllLines(vectors);
    String line = lines.get(5);
    lines.set(5, line.replace("\"memory\":[0,0,1", "\"memory\":[0,0,2"));
    assertThat(lines.get(5)).isNotEqualTo(line);
    Ran ran = replay(Files.write(folder.resolve("spoilt.jsonl"), lines));
    assertThat(ran.said())
        .contains("spoilt.jsonl:6: schedule 1, PCountProduced: the memory is [0,0,1,0,0,0,1,0]")
        .contains("expected [0,0,2,0,0,0,1,0]");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void control_aSpoiltRingIsFound() throws Exception {
    String ring = Files.readString(NodeProgram.EXAMPLES.resolve("ring.cjs"));
    String spoilt =
        ring.replace("Atomics.notify(memory, READ); // CNotify\n      return", "return");
    assertThat(spoilt).isNotEqualTo(ring);
    Path module = Files.writeString(folder.resolve("spoilt.cjs"), spoilt);
    Ran ran = replay(vectors, module);
    assertThat(ran.said()).contains("CCountConsumed: ").contains("expected another step");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void control_whatIsNoVectorIsBadInput() throws Exception {
    List<String> start = Files.readAllLines(vectors).subList(0, 4);
    assertThat(replay(Files.write(folder.resolve("cut.jsonl"), start)).code()).isEqualTo(2);
    for (String text : List.of("", "{", "[]", "{\"format\":\"sabring-trace\",\"version\":1}")) {
      Ran ran = replay(Files.writeString(folder.resolve("bad.jsonl"), text));
      assertThat(ran.code()).as(text).isEqualTo(2);
    }
    assertThat(replay(folder.resolve("missing.jsonl")).code()).isEqualTo(2);
  }

  private static Ran replay(Path file, Path... ring) throws IOException, InterruptedException {
    Stream<String> programs =
        Stream.of("node", NodeProgram.EXAMPLES.resolve("replay.cjs").toString(), file.toString());
    return run(Stream.concat(programs, Stream.of(ring).map(Path::toString)).toList());
  }

  private static Ran run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), said);
  }
}

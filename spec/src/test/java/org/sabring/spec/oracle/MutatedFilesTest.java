package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.trace.BinaryTraceWriter;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;

/**
 * Files of people who make mistakes: whatever is done to a file, history or steps, JSON Lines or
 * binary, by bytes, words or lines, it is judged or is a {@link MalformedTrace}. {@code
 * -Dsabring.oracle.seed=…} makes the same mistakes again, {@code
 * -Dsabring.oracle.mutations=10000000} makes more.
 */
@Tag("any-jdk")
class MutatedFilesTest {
  private static final int MUTATIONS = Integer.getInteger("sabring.oracle.mutations", 50_000);
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9][0-9.eE+-]*|true|false|null|[\\[\\]{},:\n]");
  private static final List<String> TOKENS =
      List.of(
          "\"values\"",
          "\"value\"",
          "\"stored\"",
          "\"taken\"",
          "\"max\"",
          "\"n\"",
          "\"call\"",
          "\"return\"",
          "\"thread\"",
          "\"op\"",
          "\"result\"",
          "\"empty\"",
          "\"end\"",
          "\"P1\"",
          "\"C2\"",
          "\"P\"",
          "\"C\"",
          "\"count\"",
          "\"skip\"",
          "\"peek\"",
          "\"overwrites\"",
          "\"access\"",
          "\"store\"",
          "\"load\"",
          "\"add\"",
          "\"wait\"",
          "\"notify\"",
          "\"fence\"",
          "\"word\"",
          "\"write\"",
          "\"read\"",
          "\"data\"",
          "\"other\"",
          "\"main\"",
          "\"mode\":\"plain\"",
          "\"cursors\":\"counting\"",
          "\"from\":\"middle\"",
          "\"complete\":true",
          "\"oldest\"",
          "\"bound\"",
          "\"capacity\"",
          "\"\\ud800\"",
          "\"\u00c3\u00a9\"", // the two bytes of é
          "[]",
          "[1,2]",
          "[[]]",
          "{}",
          "-0",
          "0",
          "1",
          "-1",
          "1.5",
          "1e999999999999999999999",
          "-1e-99999999999",
          "1e400",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775808",
          "18446744073709551616",
          "true",
          "false",
          "null",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\n");

  private final Random random;

  MutatedFilesTest() {
    long seed = Long.getLong("sabring.oracle.seed", new Random().nextLong());
    System.out.println("sabring.oracle.seed=" + seed);
    random = new Random(seed);
  }

  private static List<byte[]> files() throws IOException, URISyntaxException {
    List<byte[]> files = new ArrayList<>();
    Path root = Path.of(Objects.requireNonNull(MutatedFilesTest.class.getResource("/")).toURI());
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList()) {
        byte[] file = Files.readAllBytes(path);
        files.add(file);
        try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "t")) {
          if (reader.header().kind() == TraceKind.STEPS) {
            files.add(binary(reader));
          }
        }
      }
    }
    return files;
  }

  private static byte[] binary(TraceReader reader) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BinaryTraceWriter writer = new BinaryTraceWriter(reader.header(), bytes)) {
      for (TraceAccess a = reader.nextAccess(); a != null; a = reader.nextAccess()) {
        writer.write(a);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void nothingButMalformedTracesComesOut() throws IOException, URISyntaxException {
    List<byte[]> files = files();
    assertThat(files).as("of all kinds").hasSizeGreaterThan(20);
    int malformed = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] file = files.get(random.nextInt(files.size()));
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        file =
            switch (random.nextInt(5)) {
              case 0, 1 -> changedBytes(file);
              case 2, 3 -> changedWords(file);
              default -> changedLines(file);
            };
      }
      malformed += isMalformed(file) ? 1 : 0;
    }
    assertThat(malformed).as("both kinds").isBetween(MUTATIONS / 4, MUTATIONS * 19 / 20);
  }

  private static boolean isMalformed(byte[] file) {
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "t")) {
      Judgement judgement =
          reader.header().kind() == TraceKind.HISTORY
              ? HistoryOracle.judge(reader)
              : StepOracle.judge(reader, null);
      assertThat(judgement).isNotNull();
      return false;
    } catch (MalformedTrace e) {
      assertThat(e.found()).isNotEmpty();
      assertThat(e.expected()).isNotEmpty();
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return fail(new String(file, StandardCharsets.UTF_8), e);
    }
  }

  /** A byte in place of another, often a digit in place of a digit; or the file is cut. */
  private byte[] changedBytes(byte[] file) {
    byte[] changed = file.clone();
    for (int tries = random.nextInt(40); tries >= 0 && changed.length > 0; tries--) {
      int at = random.nextInt(changed.length);
      boolean digit = changed[at] >= '0' && changed[at] <= '9';
      if (digit || tries == 0) {
        changed[at] = (byte) (digit ? '0' + random.nextInt(10) : random.nextInt(256));
        break;
      }
    }
    return random.nextInt(8) > 0 ? changed : cut(changed);
  }

  /** A line in place of another, or two in each other's. */
  private byte[] changedLines(byte[] file) {
    String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
    int to = random.nextInt(lines.length);
    int from = random.nextInt(lines.length);
    String overwritten = lines[to];
    lines[to] = lines[from];
    if (random.nextBoolean()) {
      lines[from] = overwritten;
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] cut(byte[] file) {
    return Arrays.copyOf(file, random.nextInt(file.length + 1));
  }

  /** One word in place of another, or beside it, or none. */
  private byte[] changedWords(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.isEmpty()) {
      return file;
    }
    MatchResult old = tokens.get(random.nextInt(tokens.size()));
    MatchResult other = tokens.get(random.nextInt(tokens.size()));
    String word = random.nextBoolean() ? other.group() : TOKENS.get(random.nextInt(TOKENS.size()));
    String put =
        List.of(word, "", word + old.group(), old.group() + "," + word).get(random.nextInt(4));
    String changed = text.substring(0, old.start()) + put + text.substring(old.end());
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }
}

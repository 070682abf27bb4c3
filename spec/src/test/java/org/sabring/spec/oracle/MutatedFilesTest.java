package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceReader;

/**
 * Files of people who make mistakes: whatever is done to a file, by bytes or by words, it is judged
 * or is a {@link MalformedTrace}. {@code -Dsabring.oracle.seed=…} makes the same mistakes again.
 */
class MutatedFilesTest {
  private static final int MUTATIONS = 100_000;
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
          "\"oldest\"",
          "\"bound\"",
          "\"capacity\"",
          "\"\\ud800\"",
          "\"é\"",
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
    for (Path path : RecordedHistoriesTest.conforms()) {
      files.add(Files.readAllBytes(path));
    }
    return files;
  }

  @Test
  void nothingButMalformedTracesComesOut() throws IOException, URISyntaxException {
    List<byte[]> files = files();
    int malformed = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] file = files.get(random.nextInt(files.size()));
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        file = random.nextBoolean() ? changedBytes(file) : changedWords(file);
      }
      malformed += isMalformed(file) ? 1 : 0;
    }
    assertThat(malformed).as("both kinds").isBetween(MUTATIONS / 4, MUTATIONS * 19 / 20);
  }

  private static boolean isMalformed(byte[] file) {
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "t")) {
      if (reader.header().kind().label().equals("history")) {
        assertThat(HistoryOracle.judge(reader)).isNotNull();
      }
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

  private byte[] cut(byte[] file) {
    return Arrays.copyOf(file, random.nextInt(file.length + 1));
  }

  /** One word in place of another, or beside it, or none. */
  private byte[] changedWords(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
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
    return changed.getBytes(StandardCharsets.UTF_8);
  }
}

package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The modes that the models of weak memory give the ring are those of its Java source. */
@Tag("any-jdk")
class ShippedModesTest {
  private static final Path ROOT = Path.of(System.getProperty("sabring.root", ".."));

  private static final Pattern ACCESS =
      Pattern.compile("memory\\.(?:get|set|add)([A-Z][a-z]+)\\(.*; // ([PC][A-Za-z]+)");
  private static final Pattern SHIPPED = Pattern.compile("(?s)\\nShipped ==\\n(.*?)\\]\\n");
  private static final Pattern MODE = Pattern.compile("([PC][A-Za-z]+) \\|-> \"([a-z]+)\"");

  /** Of each step that is one access, its mode: {@code memory.setRelease(…); // PPublish}. */
  private static Map<String, String> java() throws IOException {
    Map<String, String> modes = new TreeMap<>();
    for (String side : new String[] {"Producer", "Consumer"}) {
      String source =
          Files.readString(
              ROOT.resolve("impl/src/main/java/org/sabring/ring/Cursor" + side + ".java"));
      for (MatchResult access : ACCESS.matcher(source).results().toList()) {
        modes.put(access.group(2), access.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return modes;
  }

  private static Map<String, String> law() throws IOException {
    String module = Files.readString(ROOT.resolve("tla/weak/WeakRingState.tla"));
    String record = SHIPPED.matcher(module).results().findFirst().orElseThrow().group(1);
    Map<String, String> modes = new TreeMap<>();
    MODE.matcher(record).results().forEach(m -> modes.put(m.group(1), m.group(2)));
    return modes;
  }

  @Test
  void theLawHasTheModesOfTheSource() throws IOException {
    Map<String, String> law = law();
    assertThat(law).containsEntry("PWait", "volatile").containsEntry("CWait", "volatile");
    law.keySet().removeAll(List.of("PWait", "CWait")); // memory.await compares for them
    assertThat(java()).isEqualTo(law);
  }
}

package org.sabring.tla.smt.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ways of looking at an element are found. */
class DataIndependenceTest {

  private static final DataIndependence.Elements ELEMENTS =
      new DataIndependence.Elements(
          List.of("slot", "cElement", "received"), List.of("pElement"), "CursorRing", Map.of());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      nullValues = "nothing",
      value = {
        "cElement' = slot[write]                             :: nothing",
        "slot' = [slot EXCEPT ![write] = pElement]           :: nothing",
        "received' = IF write = 0 THEN cElement ELSE received :: nothing",
        "UNCHANGED <<slot, cElement, received>>              :: nothing",
        "UNCHANGED memory                                    :: nothing",
        "UNCHANGED <<slot[write], write>>                     :: slot is looked at",
        "pElement' = pElement + 1                            :: nothing",
        "cElement' = slot[write] + 1                         :: stored for an element",
        "cElement' = 0                                       :: stored for an element",
        "cElement' = write                                   :: stored for an element",
        "write' = cElement                                   :: cElement is looked at",
        "cElement = 0                                        :: cElement is looked at",
        "cElement' = slot[cElement]                          :: cElement is looked at",
        "received' = IF received = 0 THEN cElement ELSE received :: received is looked at",
        "slot' = [slot EXCEPT ![slot[0]] = pElement]         :: slot is looked at",
        "slot' = [slot EXCEPT ![write] = pElement + 1]       :: stored for an element",
        "cElement' \\in {1, 2}                               :: cElement is looked at",
        "\\E i \\in {slot[0]} : write' = i                   :: slot is looked at",
        "LET e == slot[0] IN cElement' = e                   :: stored for an element",
        "Seen(slot[0])                                       :: slot is looked at",
      })
  void findsWhateverIsNoCopy(String action, String found) throws IOException {
    String module =
        """
        ---- MODULE Looks ----
        EXTENDS Integers
        VARIABLES write, slot, pElement, cElement, received
        memory == <<write, slot>>
        Seen(element) == element = 0
        Step == %s
        Next == Step
        ====
        """;
    Files.writeString(folder.resolve("Looks.tla"), module.formatted(action));
    Specification specification = Specification.read(folder, "Looks");
    List<String> looks = DataIndependence.looks(specification, "Next", ELEMENTS);
    if (found == null) {
      assertThat(looks).isEmpty();
    } else {
      assertThat(looks).anyMatch(look -> look.contains(found) && look.contains("Looks.tla:6:"));
    }
  }
}

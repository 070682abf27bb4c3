package org.sabring.explore.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.gallery.GalleryPage.Row;
import org.sabring.explore.gallery.Specimen.Spoilt;
import org.sabring.explore.memory.MemoryModel;

/**
 * What holds of every specimen, and the page that is made of them. With {@code -Dsabring.full=true}
 * the large programs are explored as well, of those whose name {@code -Dsabring.only} matches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {

  private static final Path PAGE =
      Path.of(System.getProperty("sabring.root", "../..")).resolve("spec/doc/gallery.md");

  private static final boolean FULL = Boolean.getBoolean("sabring.full");

  private static final Pattern ONLY = Pattern.compile(System.getProperty("sabring.only", ".*"));

  /** The release whose classes hang here, and whose states are on the page. */
  private static final boolean ON_17 = Runtime.version().feature() == 17;

  private record Look(Specimen specimen, MemoryModel memory) {}

  private final List<Specimen> specimens = Gallery.specimens();
  private final Map<Look, Exploration> small = new HashMap<>();

  private Exploration small(Specimen specimen, MemoryModel memory) throws InterruptedException {
    Look look = new Look(specimen, memory);
    Exploration known = small.get(look);
    if (known == null) {
      known = specimen.exploredSmall(memory);
      small.put(look, known);
    }
    return known;
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("onEveryMemory")
  void theClassKeepsItsPromise(Specimen specimen, MemoryModel memory) throws InterruptedException {
    Exploration explored = small(specimen, memory);

    assertThat(explored.findings()).isEmpty();
    assertThat(explored.status()).isEqualTo(Status.PASS);
  }

  Stream<Arguments> onEveryMemory() {
    return known()
        .flatMap(
            specimen -> Stream.of(MemoryModel.values()).map(memory -> arguments(specimen, memory)));
  }

  /** The JDK's classes are others in each release. */
  private Stream<Specimen> known() {
    return specimens.stream().filter(specimen -> ON_17 || !specimen.isOfJdk());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("copies")
  void theMistakeIsFoundWhereItMatters(Specimen specimen, Spoilt copy) throws InterruptedException {
    for (MemoryModel memory : MemoryModel.values()) {
      assertThat(specimen.explored(copy, memory).status())
          .as("on %s", memory)
          .isEqualTo(copy.found().contains(memory) ? Status.FAIL : Status.PASS);
    }
  }

  Stream<Arguments> copies() {
    return known()
        .flatMap(specimen -> specimen.copies().stream().map(copy -> arguments(specimen, copy)));
  }

  @Test
  void everySpecimenHasACopyThatIsFound() {
    assertThat(specimens).allSatisfy(specimen -> assertThat(specimen.copies()).isNotEmpty());
    assertThat(specimens).extracting(Specimen::name).doesNotHaveDuplicates();
    assertThat(specimens.stream().filter(specimen -> !specimen.origin().equals("here")))
        .hasSizeGreaterThanOrEqualTo(22);
  }

  /** The figures of large programs are those on the page, unless they are measured now. */
  @Test
  void thePageIsMadeOfTheGallery() throws IOException, InterruptedException {
    String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    List<Row> rows = new ArrayList<>();
    for (Specimen specimen : specimens) {
      rows.add(row(before, specimen));
    }
    String page = GalleryPage.of(rows);
    if (Boolean.getBoolean("sabring.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("to make it again: -Dtest=GalleryTest -Dsabring.write=true -Dsabring.full=true")
        .hasContent(page);
    assertThat(page).doesNotContain(GalleryPage.UNKNOWN);
  }

  private Row row(String page, Specimen specimen) throws InterruptedException {
    Row before = GalleryPage.row(page, specimen);
    if (!ON_17) {
      return before;
    }
    List<String> states = new ArrayList<>();
    List<String> large = new ArrayList<>();
    for (MemoryModel memory : MemoryModel.values()) {
      states.add(GalleryPage.states(small(specimen, memory)));
      if (FULL && ONLY.matcher(specimen.name()).matches()) {
        Exploration explored = specimen.exploredLarge(memory);
        assertThat(explored.status()).as("%s on %s", specimen, memory).isEqualTo(Status.PASS);
        large.add(GalleryPage.statesAndSeconds(explored));
      }
    }
    return new Row(specimen, states, large.isEmpty() ? before.large() : large);
  }
}

package org.sabring.explore.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.gallery.Specimen.Spoilt;
import org.sabring.explore.memory.MemoryModel;

/** What holds of every specimen; those of a library are told by a class of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GalleryTest {

  abstract Stream<Specimen> specimens();

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("onEveryMemory")
  void theClassKeepsItsPromise(Specimen specimen, MemoryModel memory) throws InterruptedException {
    Exploration explored = specimen.explored(memory);

    assertThat(explored.findings()).isEmpty();
    assertThat(explored.status()).isEqualTo(Status.PASS);
  }

  Stream<Arguments> onEveryMemory() {
    return specimens()
        .flatMap(
            specimen -> Stream.of(MemoryModel.values()).map(memory -> arguments(specimen, memory)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("copies")
  void theMistakeIsFoundWhereItMatters(Specimen specimen, Spoilt copy) throws InterruptedException {
    for (MemoryModel memory : MemoryModel.values()) {
      assertThat(specimen.explored(copy, memory).status())
          .as("on %s", memory)
          .isEqualTo(copy.found().contains(memory) ? Status.FAIL : Status.PASS);
    }
  }

  Stream<Arguments> copies() {
    return specimens()
        .flatMap(specimen -> specimen.copies().stream().map(copy -> arguments(specimen, copy)));
  }
}

package org.sabring.spec.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;

class PromiseTest {
  private static final Protocol PROTOCOL = new Protocol(2, 3, 4, Profile.REFERENCE, true, true);

  private static Set<Promise> broken(Protocol protocol, StepOrder order) {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(protocol, order));
    EnumSet<Promise> broken = EnumSet.noneOf(Promise.class);
    for (int at = 0; at < graph.states(); at++) {
      broken.addAll(Promise.broken(graph.state(at), protocol));
    }
    return broken;
  }

  @Test
  void theLawKeepsAllOfThem() {
    assertThat(broken(PROTOCOL, PROTOCOL.order())).isEmpty();
    Protocol three = new Protocol(3, 4, 5, Profile.REFERENCE, true, false);
    assertThat(broken(three, three.order())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyMistakeBreaksARuleThatTheCatalogueNames(MistakenOrder mistaken) {
    Mutant mutant = Mutants.named(mistaken.name()).orElseThrow();
    Set<Promise> broken = broken(PROTOCOL, mistaken.order());
    assertThat(broken.stream().flatMap(promise -> promise.rules().stream()))
        .containsAnyElementsOf(mutant.rules());
  }

  @ParameterizedTest
  @EnumSource
  void theNamesAreTheLaws(Promise promise) throws IOException {
    Path law = Path.of(System.getProperty("sabring.root"), "tla");
    String text =
        Files.readString(law.resolve("law/CursorRingPromises.tla"))
            + Files.readString(law.resolve("weak/WeakCursorRingPromises.tla"));
    assertThat(text).containsPattern("(?m)^" + promise.name() + " ==");
  }
}

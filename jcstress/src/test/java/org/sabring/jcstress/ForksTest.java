package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.jcstress.race.RB201_Publication;
import org.sabring.spec.catalog.Mutant;

/** What the forks of a trial are given. */
class ForksTest {

  private static final RaceTrial SHIPPED = Results.named("RB201_Publication.Shipped");
  private static final RaceTrial CONTROL = Results.named("RB201_Publication.PublishBeforeWrite");
  private static final String PRODUCER = "org/sabring/ring/CursorProducer.class";

  @TempDir Path folder;

  private List<String> line(RaceTrial trial) throws IOException {
    String line = new Forks(folder, Mutant::edits).line(trial, List.of("-Dfirst=1"));
    return List.of(line.split(Launcher.TAB));
  }

  @Test
  void theShippedRingNeedsNoClassPathOfItsOwn() throws IOException {
    assertThat(line(SHIPPED))
        .startsWith(RB201_Publication.class.getName(), "-Dfirst=1")
        .contains("-Dsabring.mutant=", "-Dsabring.attempts=64")
        .doesNotContain("-cp");
  }

  @Test
  void aMutantHasItsEditedClassesFirst() throws IOException {
    List<String> line = line(CONTROL);
    assertThat(line).startsWith(RB201_Publication.class.getName()).contains("-cp");
    assertThat(line).contains("-Dsabring.mutant=PublishBeforeWrite");
    String first = line.get(line.size() - 1).split(File.pathSeparator, -1)[0];
    assertThat(Path.of(first)).isEqualTo(folder.resolve("PublishBeforeWrite"));
    assertThat(Path.of(first, PRODUCER)).exists();
  }

  /** Else a mutant would have the classes of another edit, too. */
  @Test
  void whatAnEarlierRunLeftIsGone() throws IOException {
    Path stale = folder.resolve("PublishBeforeWrite/org/sabring/ring/CursorConsumer.class");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "no class");
    line(CONTROL);
    assertThat(stale).doesNotExist();
  }

  @Test
  void aMutantWithoutAnEditDoesNotRunAsTheShippedRing() {
    assertThatThrownBy(() -> new Forks(folder, mutant -> List.of()).line(CONTROL, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PublishBeforeWrite has no edits");
  }
}

package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's picture of the page is there, and so is the command that takes it. */
@Tag("any-jdk")
class PictureTest {

  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));
  private static final String PICTURE = "spec/doc/verdict.png";
  private static final String COMMAND = "spec/doc/picture.sh";

  @Test
  void theReadmeShowsItAndNamesItsCommand() throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("](" + PICTURE + ")", "./sabring verify --quick && " + COMMAND);
    assertThat(ROOT.resolve(COMMAND)).isExecutable();
    assertThat(Files.readString(ROOT.resolve(COMMAND)))
        .contains("--screenshot=\"$here/verdict.png\"");
  }

  @Test
  void itIsAPictureAndNotTooLarge() throws IOException {
    assertThat(Files.size(ROOT.resolve(PICTURE))).isBetween(20_000L, 200_000L);
    assertThat(ImageIO.read(ROOT.resolve(PICTURE).toFile()).getWidth()).isGreaterThan(800);
  }
}

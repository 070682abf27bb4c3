package org.sabring.properties.stream.mistake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sabring.spec.mutant.Mutant.Edit;

/**
 * A Java source of {@code org.sabring.stream}, as it is shipped or with one edit.
 *
 * @param file where the shipped one lies
 * @param text what is compiled
 */
record EditedSource(Path file, String text) {

  private static final String FOLDER = "impl/src/main/java/org/sabring/stream";

  /** All that are shipped, unedited. */
  static List<EditedSource> shipped() throws IOException {
    Path folder = root().resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder + ", expected the sources of the streams there");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sources =
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      List<EditedSource> shipped = new ArrayList<>();
      for (Path source : sources) {
        shipped.add(new EditedSource(source, Files.readString(source)));
      }
      return shipped;
    }
  }

  /**
   * The shipped one with this edit.
   *
   * @throws NoSuchFileException when there is no such source
   * @throws IllegalArgumentException when the text to find is not there exactly once
   */
  static EditedSource of(Edit edit) throws IOException {
    Path file = root().resolve(edit.in());
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file + ", expected the source of a shipped class there");
    }
    String shipped = Files.readString(file);
    int times = shipped.split(Pattern.quote(edit.find()), -1).length - 1;
    if (times != 1) {
      throw new IllegalArgumentException(
          "%s: found %d times, expected once: %s".formatted(edit.in(), times, edit.find()));
    }
    return new EditedSource(file, shipped.replace(edit.find(), edit.replace()));
  }

  private static Path root() {
    return Path.of(System.getProperty("sabring.root", ""));
  }
}

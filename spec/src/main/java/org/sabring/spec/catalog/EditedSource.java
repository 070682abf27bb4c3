package org.sabring.spec.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * A Java source of the repository, as it is shipped or with edits.
 *
 * @param in the source, as a path from the root of the repository
 * @param file where it lies
 * @param text what is compiled
 */
record EditedSource(String in, Path file, String text) {

  /**
   * The source as it is shipped.
   *
   * @throws NoSuchFileException when there is no such source
   */
  static EditedSource shipped(String in) throws IOException {
    Path file = root().resolve(in);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file + ", expected the source of a shipped class there");
    }
    return new EditedSource(in, file, Files.readString(file));
  }

  /**
   * The same with one more edit.
   *
   * @throws IllegalArgumentException when the text to find is not there exactly once
   */
  EditedSource with(Edit edit) {
    int times = text.split(Pattern.quote(edit.find()), -1).length - 1;
    if (times != 1) {
      throw new IllegalArgumentException(
          "%s: found %d times, expected once: %s".formatted(in, times, edit.find()));
    }
    return new EditedSource(in, file, text.replace(edit.find(), edit.replace()));
  }

  /** The sources in a folder and below it, as paths from the root of the repository, by name. */
  static List<String> filesIn(String folder) throws IOException {
    Path path = root().resolve(folder);
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(path + ", expected a folder of shipped sources there");
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> folder + "/" + path.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("sabring.root", ""));
  }
}

package org.sabring.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, for tests that read them. */
final class Repository {

  static final List<String> MODULES =
      List.of(
          "spec",
          "spec/recorder",
          "impl",
          "tla",
          "properties/explorer",
          "properties/bugs",
          "properties/ring",
          "jcstress");

  private Repository() {}

  static Path path(String path) {
    return Path.of(System.getProperty("sabring.root")).resolve(path);
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java source of every module. */
  static List<Path> javaSources() throws IOException {
    try (Stream<Path> modules = MODULES.stream().map(module -> path(module + "/src"))) {
      return modules.flatMap(Repository::javaBelow).toList();
    }
  }

  private static Stream<Path> javaBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

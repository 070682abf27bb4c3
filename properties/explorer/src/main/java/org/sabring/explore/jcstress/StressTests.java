package org.sabring.explore.jcstress;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jcstress tests on a class path. */
public final class StressTests {

  private static final String CLASS_FILE = ".class";

  private StressTests() {}

  /**
   * Those whose names match, in the order of their names.
   *
   * @param pattern of the binary name or a part of it: a regular expression, in which {@code .*} at
   *     the end of a package means all in it
   * @param paths jars and folders that are searched, divided as in a class path
   * @param classPath finds them, and all that they use
   * @throws IllegalArgumentException naming a test that cannot be understood
   */
  public static List<StressTest> matching(String pattern, String paths, ClassLoader classPath) {
    Pattern wanted = Pattern.compile(pattern);
    TestReader reader = new TestReader(classPath);
    List<StressTest> tests = new ArrayList<>();
    for (String name : names(paths)) {
      if (wanted.matcher(name).find()) {
        StressTest test = reader.read(name);
        if (test != null) {
          tests.add(test);
        }
      }
    }
    return tests;
  }

  /** The test that a class is. */
  public static StressTest of(String name, ClassLoader classPath) {
    StressTest test = new TestReader(classPath).read(name);
    if (test == null) {
      throw new IllegalArgumentException(name + " is no @JCStressTest");
    }
    return test;
  }

  private static Set<String> names(String paths) {
    Set<String> names = new TreeSet<>();
    for (String part : paths.split(File.pathSeparator, -1)) {
      Path path = Path.of(part);
      try {
        if (part.isEmpty()) {
          continue;
        }
        if (Files.isDirectory(path)) {
          names.addAll(namesBelow(path));
        } else if (Files.isRegularFile(path)) {
          try (FileSystem jar = FileSystems.newFileSystem(path)) {
            names.addAll(namesBelow(jar.getPath("/")));
          }
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot read " + part + " of the class path", e);
      }
    }
    return names;
  }

  private static List<String> namesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(CLASS_FILE) && !file.contains("-"))
          .map(file -> file.substring(0, file.length() - CLASS_FILE.length()).replace('/', '.'))
          .toList();
    }
  }
}

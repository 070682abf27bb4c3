package org.sabring.jcstress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sabring.jcstress.fixture.Calls;
import org.sabring.ring.CursorRing;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * The JVM arguments of each trial's forks: the class path of this JVM, for a mutant with a folder
 * of its edited classes first, and how patient the sides are. So the test is the same class, and
 * what it tests is the shipped source with an edit.
 */
final class Forks {

  /**
   * How often a call is made again, to keep two sides at each other's heels; a sample stays short
   * when one is not running.
   */
  private static final int ATTEMPTS = 64;

  /** In milliseconds, on a ring that leaves a side asleep often, and on one that does by luck. */
  private static final int SHORT_NAP = 5;

  private static final int NAP = 200;

  private final Path folder;
  private final Function<Mutant, List<Edit>> edits;
  private final Map<String, Path> edited = new HashMap<>();

  /**
   * @param folder where the folders of edited classes go
   * @param edits how a mutant is planted in shipped sources
   */
  Forks(Path folder, Function<Mutant, List<Edit>> edits) {
    this.folder = folder;
    this.edits = edits;
  }

  /** The class path of this JVM, for one that runs elsewhere: what was relative must not be. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The line that {@link Launcher} reads for a trial.
   *
   * @throws IOException when the sources or a compiler are missing
   * @throws IllegalArgumentException when the mutant is not planted, or its edits do not fit
   */
  String line(RaceTrial trial, List<String> properties) throws IOException {
    List<String> fields = new ArrayList<>(List.of(trial.race().getName()));
    fields.addAll(properties);
    fields.add(trial.property());
    fields.add("-D" + Calls.ATTEMPTS_PROPERTY + "=" + ATTEMPTS);
    switch (trial.role()) {
      case SHIPPED -> {}
      case CONTROL -> fields.add("-D" + Calls.NAP_PROPERTY + "=" + SHORT_NAP);
      case WEAKENED -> fields.add("-D" + Calls.NAP_PROPERTY + "=" + NAP);
    }
    if (!trial.mutant().isEmpty()) {
      fields.add("-cp");
      fields.add(edited(trial.planted()) + File.pathSeparator + classPath());
    }
    return String.join(Launcher.TAB, fields);
  }

  /** The folder with the edited classes, which is made when it is first asked for. */
  private Path edited(Mutant mutant) throws IOException {
    Path made = edited.get(mutant.name());
    if (made != null) {
      return made;
    }
    List<Edit> planted = edits.apply(mutant);
    if (planted.isEmpty()) {
      throw new IllegalArgumentException(mutant.name() + " has no edits, expected at least one");
    }
    Path root = folder.resolve(mutant.name());
    Harness.clear(root); // what an earlier run left would be on the class path, too
    for (var one : EditedClasses.of(planted, CursorRing.class).entrySet()) {
      Path file = root.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
    edited.put(mutant.name(), root);
    return root;
  }
}

package org.sabring.jcstress;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.Races;

/**
 * What a test does: the race that its outer class is named after, on the ring that it is named
 * after itself. A run writes down the scripts of its tests for the forks: each fork is a JVM of its
 * own, and to read {@code races.json} would take it longer than its test.
 *
 * @param mayBeLeftAsleep whether some outcome of a mistake on this ring is a side left asleep
 */
record Script(RaceProgram program, RaceRing ring, boolean mayBeLeftAsleep) implements Serializable {

  /** The system property that names the file that was written. */
  static final String PROPERTY = "sabring.scripts";

  private static final String FILE = System.getProperty(PROPERTY, "");

  /**
   * Of the test that a class is.
   *
   * @throws IllegalArgumentException if there is no such race, or no such ring in it
   */
  static Script of(Class<?> test) {
    if (!FILE.isEmpty()) {
      return Objects.requireNonNull(read(Path.of(FILE)).get(test.getName()), test.getName());
    }
    RaceProgram program = Races.named(test.getDeclaringClass().getSimpleName());
    RaceRing ring = program.ring(test.getSimpleName());
    boolean asleep =
        Races.mistakes(program, ring).stream().anyMatch(one -> one.contains(RaceProgram.ASLEEP));
    return new Script(program, ring, asleep);
  }

  /** Writes down what those tests do. */
  static void write(List<Race> races, Path file) throws IOException {
    HashMap<String, Script> scripts = new HashMap<>();
    for (Race race : races) {
      scripts.put(race.test().getName(), of(race.test()));
    }
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(scripts);
    }
  }

  @SuppressWarnings("unchecked") // as it was written
  private static Map<String, Script> read(Path file) {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return (Map<String, Script>) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}

package org.sabring.spec.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The catalogue of mutants, read from {@code mutants.json}. */
public final class Mutants {

  private static final String FILE = "mutants.json";

  /** The one catalogue there is. */
  private static final Mutants CATALOGUE = read();

  /**
   * The file.
   *
   * @param reasons why layers cannot see, written once
   * @param ring for each reason, the columns that see no mistake in the ring
   * @param mutants the rows
   */
  private record File(
      Map<String, String> reasons, Map<String, List<String>> ring, List<Mutant> mutants) {}

  private final List<Mutant> rows;
  private final Map<String, Map<Column, Cell>> cells = new LinkedHashMap<>();

  private Mutants(File file) {
    rows = List.copyOf(file.mutants());
    for (Mutant mutant : rows) {
      Map<String, List<String>> elsewhere = mutant.isInStream() ? Map.of() : file.ring();
      if (cells.put(mutant.name(), mutant.cells(file.reasons(), elsewhere)) != null) {
        throw new IllegalArgumentException(FILE + ": " + mutant.name() + " is there twice");
      }
    }
  }

  private static Mutants read() {
    try (InputStream in = Mutants.class.getResourceAsStream(FILE)) {
      return new Mutants(
          new ObjectMapper().readValue(Objects.requireNonNull(in, FILE), File.class));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /** All mutants, in the order of the file. */
  public static List<Mutant> all() {
    return CATALOGUE.rows;
  }

  /** The mutant of that name, however it is written. */
  public static Optional<Mutant> named(String name) {
    return all().stream().filter(mutant -> mutant.name().equalsIgnoreCase(name)).findFirst();
  }

  /** What each layer makes of a mutant, in the order of the columns. */
  public static Map<Column, Cell> cells(Mutant mutant) {
    return Objects.requireNonNull(CATALOGUE.cells.get(mutant.name()), mutant.name());
  }

  /** What a layer makes of a mutant. */
  public static Cell cell(Mutant mutant, Column column) {
    return Objects.requireNonNull(cells(mutant).get(column), column.label());
  }
}

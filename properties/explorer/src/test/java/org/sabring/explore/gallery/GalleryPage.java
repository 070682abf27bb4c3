package org.sabring.explore.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sabring.explore.Exploration;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.gallery.Specimen.Spoilt;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.MethodCall;

/** The page {@code spec/doc/gallery.md}. */
final class GalleryPage {

  /** Stands where a figure is not known. */
  static final String UNKNOWN = "not measured";

  private static final int MEMORIES = MemoryModel.values().length;

  private static final String INTRO =
      """
      # The gallery of the explorer

      <!-- Made by GalleryTest. To make it again, which takes an hour:
           ./mvnw -pl properties/explorer test -Dtest=GalleryTest -Dsabring.write=true \\
               -Dsabring.full=true
           With -Dsabring.only=REGEX the large programs of those classes alone are explored. -->

      Public classes as they are on Maven Central and in the JDK, and some of the tests' own, each under
      every interleaving and every read that a memory permits. Each is beside copies with one mistake:
      an access that orders nothing, a fence left out, a `notify`, `signal` or `unpark` that is
      missing. Each copy is found on the memories that are named, and on the others, which are stronger,
      it passes, as it should.

      """;

  private static final String LARGE =
      """

      ## Large programs

      Each is exhausted. `×8` is a method called so often, with numbers counted on; the last side begins
      when all others have ended, and `*` is a call made until it answers nothing. The seconds were
      taken on a machine with two cores that had more or less else to do, so that they are bounds: when
      it was quiet, most of these programs took less than ten.

      | class | from | program | states and seconds: SC | TSO | RA |
      |---|---|---|--:|--:|--:|
      """;

  private static final String SMALL =
      """

      ## Mistakes

      Found in these programs, in every build.

      | class | program | states: SC | TSO | RA | a copy with | is found on |
      |---|---|--:|--:|--:|---|---|
      """;

  private static final String PROMISES =
      """

      ## Promises

      Besides, for all: no data race but on the fields that are named here, no exception, nobody
      asleep or going round for ever, and from every state a way to the end.

      | class | promises | races that are meant to be |
      |---|---|---|
      """;

  private static final String MISSING =
      """

      ## What does not fit

      `Exchanger`: who waits for the other to put something there counts on with a random number of
      its own, so that no round is like another, and a call takes more steps than a call may take.
      `FutureTask`, on RA: who waits stores to its node and then tries a compare-and-set that may fail
      for no reason; each time there is one store more, without end. `LongAdder`: it tries elsewhere
      whenever its compare-and-set fails, which may be for no reason, without end. All three are
      UNKNOWN.
      """;

  /**
   * What was counted of a specimen.
   *
   * @param small a cell for each memory
   * @param large the same
   */
  record Row(Specimen specimen, List<String> small, List<String> large) {}

  private GalleryPage() {}

  static String of(List<Row> rows) {
    StringBuilder page = new StringBuilder(INTRO);
    long copies = rows.stream().mapToLong(row -> row.specimen().copies().size()).sum();
    long classes = rows.stream().map(row -> row.specimen().type()).distinct().count();
    page.append("%d classes, %d copies.\n".formatted(classes, copies));
    page.append(LARGE);
    for (Row row : rows) {
      add(page, name(row), row.specimen().origin(), text(row.specimen().large()), row.large());
    }
    page.append(SMALL);
    for (Row row : rows) {
      List<String> more = new ArrayList<>(row.small());
      more.add(lines(row.specimen().copies().stream().map(Spoilt::how).toList()));
      more.add(lines(row.specimen().copies().stream().map(GalleryPage::found).toList()));
      add(page, name(row), text(row.specimen().small()), more);
    }
    page.append(PROMISES);
    for (Row row : rows) {
      Specimen specimen = row.specimen();
      String fields =
          specimen.code().tolerated().stream()
              .map(field -> "`" + field + "`")
              .collect(Collectors.joining(", "));
      String races = fields.isEmpty() ? "" : fields + ": " + specimen.reason();
      add(page, name(row), specimen.promise().text(), List.of(races));
    }
    return page.append(MISSING).toString();
  }

  private static String name(Row row) {
    return "`" + row.specimen().name() + "`";
  }

  private static void add(StringBuilder page, String first, String second, List<String> more) {
    List<String> cells = new ArrayList<>(List.of(first, second));
    cells.addAll(more);
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void add(
      StringBuilder page, String first, String second, String third, List<String> more) {
    List<String> cells = new ArrayList<>(List.of(third));
    cells.addAll(more);
    add(page, first, second, cells);
  }

  private static String lines(List<String> lines) {
    return String.join("<br>", lines);
  }

  private static String found(Spoilt copy) {
    return copy.found().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  static String states(Exploration explored) {
    return String.format(Locale.ROOT, "%,d", explored.states());
  }

  static String statesAndSeconds(Exploration explored) {
    return String.format(
        Locale.ROOT,
        explored.seconds() < 10 ? "%,d<br>%.1f s" : "%,d<br>%.0f s",
        explored.states(),
        explored.seconds());
  }

  /** The figures of a specimen on a page of before; unknown if it is not there, or is another. */
  static Row row(String page, Specimen specimen) {
    List<String> unknown = Collections.nCopies(MEMORIES, UNKNOWN);
    String name = "| `" + specimen.name() + "` | ";
    String small = name + text(specimen.small()) + " | ";
    String large = name + specimen.origin() + " | " + text(specimen.large()) + " | ";
    return new Row(specimen, cells(page, small, unknown), cells(page, large, unknown));
  }

  private static List<String> cells(String page, String start, List<String> unknown) {
    return page.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> List.of(line.substring(start.length()).split(" \\| | \\|$", MEMORIES + 1)))
        .map(cells -> cells.subList(0, MEMORIES))
        .findFirst()
        .orElse(unknown);
  }

  /** What the sides of a program do. */
  static String text(Program.Sharing<?> sharing) {
    Program program = sharing.program();
    List<String> sides = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      sides.add(program.letter(side) + ": " + text(program.sides().get(side).written()));
    }
    return "`" + String.join("`<br>`", sides) + "`";
  }

  private static String text(List<? extends Operation<?>> operations) {
    List<String> calls = new ArrayList<>();
    for (int first = 0, next; first < operations.size(); first = next) {
      String method = method(operations.get(first));
      next = first + 1;
      while (next < operations.size() && method(operations.get(next)).equals(method)) {
        next++;
      }
      boolean one = next == first + 1;
      String again = operations.get(first).mayRepeat() ? "*" : "";
      calls.add(one ? operations.get(first).call() + again : method + " ×" + (next - first));
    }
    return String.join(", ", calls);
  }

  private static String method(Operation<?> operation) {
    return ((MethodCall) operation.call()).method();
  }
}

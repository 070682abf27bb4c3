package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;
import org.sabring.tla.Readme;
import org.sabring.tla.Sweep;

/** What the README says of the modes that the ring needs is what {@code weak.json} expects. */
class ModesReadmeTest {

  private static final String MODES = "### The modes";

  private final ModelSet models = ModelSet.weak();

  /** What the README says of each access: its weakest mode holds, and the one below fails. */
  @Test
  void tableOfTheReadmeIsWhatIsExpected() throws IOException {
    List<String> rows = Readme.rows(MODES, "| access |");
    assertThat(rows).isNotEmpty();
    for (String row : rows) {
      List<String> cells = Readme.cells(row);
      String access = cells.get(0);
      List<String> where = List.of(cells.get(1).split(" ", -1));
      Sweep sweep = models.sweep(where.get(0));
      List<Map<String, String>> asked =
          sweep.all().stream()
              .filter(one -> where.size() == 1 || one.toString().contains(where.get(1)))
              .toList();
      assertThat(asked)
          .as(row)
          .anyMatch(one -> cells.get(2).equals(one.get(access)) && sweep.failing(one).isEmpty());
      assertThat(asked.stream().filter(one -> cells.get(3).equals(one.get(access))))
          .as(row)
          .isNotEmpty()
          .allMatch(
              one ->
                  cells.get(4).equals(sweep.failing(one).map(Sweep.Failing::violates).orElse("")));
    }
  }

  @Test
  void sweepsAndModelsOfTheReadmeAreThoseOfTheFile() throws IOException {
    List<String> sweeps = new ArrayList<>();
    for (Sweep sweep : models.sweeps()) {
      Model model = sweep.model();
      if (List.of("RingModes", "WatchModes").contains(model.module())) {
        int cases = sweep.all().size();
        long holding = sweep.all().stream().filter(c -> sweep.failing(c).isEmpty()).count();
        sweeps.add(
            "%s|%d|%d|%d|%s"
                .formatted(
                    bounds(model),
                    cases,
                    holding,
                    cases - holding,
                    spaced(model.expect().states())));
      }
    }
    assertThat(
            Readme.rows(MODES, "| sweep |").stream()
                .map(row -> String.join("|", Readme.cells(row))))
        .containsExactlyElementsOf(sweeps);

    List<String> ring = new ArrayList<>();
    for (Model model : models.models()) {
      boolean isOfRing = model.constants().containsKey("Capacity");
      if (isOfRing && model.constants().containsKey("Memory")) {
        String says =
            model.isControl()
                ? "violates " + model.expect().violates()
                : "holds in " + spaced(model.expect().states()) + " states";
        ring.add(bounds(model) + "|" + says);
      }
    }
    assertThat(
            Readme.rows(MODES, "| model | memory |").stream()
                .map(row -> String.join("|", Readme.cells(row))))
        .containsExactlyElementsOf(ring);
  }

  private static String bounds(Model model) {
    return "%s|%s|%s|%s"
        .formatted(
            model.name(),
            model.constants().get("Memory"),
            model.constants().get("Capacity"),
            model.effort().label());
  }

  private static String spaced(int number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }
}

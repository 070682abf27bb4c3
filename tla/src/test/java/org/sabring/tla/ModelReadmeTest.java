package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says of the models is what {@code models.json} expects. */
class ModelReadmeTest {

  /** Nobody can take a model out of the layer, or change its states, without the README. */
  @Test
  void theTablesOfTheReadmeNameTheModelsAndTheirStates() throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    for (List<String> row : rows("states")) {
      List<String> names = names(row.get(0));
      List<String> states = List.of(row.get(1).replace(" ", "").split(",", -1));
      for (int i = 0; i < names.size(); i++) {
        told.put(names.get(i), Integer.valueOf(states.get(i)));
      }
    }
    for (Model model : Model.all()) {
      boolean inProse = isIn("proof", model) || isIn("controls", model);
      if (!model.isControl() && !inProse) {
        assertThat(told).containsKey(model.name());
      }
    }
    told.forEach(
        (name, states) ->
            assertThat(Model.named(name).expect().states()).as(name).isEqualTo(states));
    for (List<String> row : rows("what TLC then says")) {
      assertThat(names(row.get(0))).as(row.toString()).isNotEmpty();
    }
  }

  private static boolean isIn(String folder, Model model) {
    return LawModules.class.getResource(folder + "/" + model.module() + ".tla") != null;
  }

  /** The cells below {@code model} or {@code control}, and those below the given head. */
  private static List<List<String>> rows(String head) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = List.of();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      List<String> cells = List.of(line.split(" *\\| *", -1));
      if (line.startsWith("| model |") || line.startsWith("| control |")) {
        heads = cells;
      } else if (!line.startsWith("|")) {
        heads = List.of();
      } else if (!line.startsWith("|---")) {
        int name = 1;
        for (int i = 0; i < heads.size(); i++) {
          name = heads.get(i).equals("model") ? i : name;
          if (heads.get(i).equals(head)) {
            rows.add(List.of(cells.get(name), cells.get(i)));
          }
        }
      }
    }
    assertThat(rows).as(head).isNotEmpty();
    return rows;
  }

  /**
   * The models that a cell names, by their names or that of their module. {@code -3} after {@code
   * seed-2} is the shortest name that begins as that and ends so; three dots stand for any ending.
   */
  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher quoted = Pattern.compile("`([^`]+)`").matcher(cell);
    while (quoted.find()) {
      String text = quoted.group(1);
      String begins = text.startsWith("-") ? names.get(0).split("-", -1)[0] : text.replace("…", "");
      String ends = text.startsWith("-") ? text : "";
      boolean isPart = text.contains("…") || text.startsWith("-");
      names.add(
          Model.all().stream()
              .filter(m -> isPart || m.name().equals(text) || m.module().equals(text))
              .map(Model::name)
              .filter(name -> name.startsWith(begins) && name.endsWith(ends))
              .min(Comparator.comparing(String::length))
              .orElseThrow(() -> new AssertionError("no model " + text)));
    }
    return names;
  }
}

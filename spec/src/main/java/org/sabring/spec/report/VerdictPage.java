package org.sabring.spec.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.Rule;

/**
 * The verdict as an HTML page, for people: one file that needs no network. What it draws and steps
 * through needs script; without, or on paper, the same is there as text.
 */
public final class VerdictPage {

  private static final List<String> SCRIPTS =
      List.of("draw.js", "story.js", "matrix.js", "graph.js", "playground.js");

  private VerdictPage() {}

  /**
   * All that the template shows.
   *
   * @param verdict what was found
   * @param data what scripts draw, as {@link PageData} says
   * @param script the scripts
   * @param style how it all looks
   * @param promises the rules
   * @param tables what the layers have put into tables
   * @param playground what the playground's graphs are of
   */
  record Content(
      Verdict verdict,
      String data,
      String script,
      String style,
      List<Promise> promises,
      List<Shown> tables,
      Protocol playground) {}

  /** A table, and the layer that brings it. */
  record Shown(String layer, Table table) {
    private static final int LONG = 36;

    boolean isLong() {
      return table.rows().size() > LONG;
    }
  }

  /**
   * A rule.
   *
   * @param cells the layers that watch it
   * @param where it is stated and kept
   */
  record Promise(
      Rule rule, Status status, List<RuleEvidence.Cell> cells, List<Places.Place> where) {}

  /** The verdict as an HTML document. */
  public static String render(Verdict verdict) {
    String script = SCRIPTS.stream().map(Resource::text).collect(Collectors.joining("\n"));
    String style = Resource.text("verdict.css");
    Places places = new Places(Path.of(System.getProperty("sabring.root", "")));
    List<Promise> promises =
        verdict.rules().stream()
            .map(row -> new Promise(row.rule(), row.status(), row.cells(), places.of(row.rule())))
            .toList();
    return Printable.clean(
        template()
            .execute(
                new Content(
                    verdict,
                    PageData.of(verdict),
                    script,
                    style,
                    promises,
                    tables(verdict),
                    PlaygroundData.PROTOCOL)));
  }

  /** Those that most readers look for come first. */
  private static List<Shown> tables(Verdict verdict) {
    List<String> first = List.of("race", "property", "weak");
    return verdict.layers().stream()
        .flatMap(layer -> layer.evidence().tables().stream().map(t -> new Shown(layer.name(), t)))
        .sorted(Comparator.comparingInt(table -> -first.indexOf(table.layer())))
        .toList();
  }

  private static Template template() {
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .withFormatter(VerdictPage::text)
        .compile(Resource.text("verdict.html"));
  }

  private static String text(Object value) {
    return value instanceof Number number ? Figures.text(number) : value.toString();
  }
}

package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.spec.report.FakeLayer.NASTY;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.control;
import static org.sabring.spec.report.FakeLayer.failing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.spec.law.Rule;

/** A verdict as JSON and as a page. */
class DocumentsTest {
  static final Verdict VERDICT =
      Verification.run(
          "a fake",
          List.of(
              FakeLayer.of(
                  "model",
                  check("passes", Status.PASS, Rule.RB101),
                  control("must-fail", Status.PASS, Rule.RB101),
                  failing(NASTY, NASTY, Rule.RB201),
                  Check.unknown("out-of-bound", "ran out of time")),
              FakeLayer.of("empty"),
              FakeLayer.of("left-out", check("never", Status.PASS))),
          Set.of("model", "empty"),
          Bounds.QUICK,
          new Reporter() {});

  private static JsonNode json() throws Exception {
    return new ObjectMapper().readTree(VerdictJson.render(VERDICT));
  }

  @Test
  void jsonSaysWhatItIsAndWhereItComesFrom() throws Exception {
    JsonNode json = json();
    assertThat(json.path("format").textValue()).isEqualTo("sabring-verdict");
    assertThat(json.path("version").intValue()).isEqualTo(1);
    assertThat(json.path("status").textValue()).isEqualTo("FAIL");
    assertThat(json.path("exitCode").intValue()).isEqualTo(1);
    assertThat(json.path("subject").textValue()).isEqualTo("a fake");
    assertThat(json.path("bounds").textValue()).isEqualTo("quick");
    assertThat(json.path("started").textValue()).isEqualTo(VERDICT.started().toString());
    assertThat(json.path("seconds").isNumber()).isTrue();
    assertThat(json.path("machine").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("os", "arch", "cores", "javaVersion", "javaVendor");
  }

  @Test
  void jsonHoldsEveryRuleAndEveryLayer() throws Exception {
    JsonNode json = json();
    assertThat(json.path("rules")).hasSize(Rule.values().length);
    assertThat(json.at("/rules/0/layers/0").toString())
        .isEqualTo(
            "{\"layer\":\"model\",\"asked\":true,\"status\":\"PASS\","
                + "\"scope\":{\"capacity\":\"2\"},"
                + "\"checks\":[\"passes\"],\"controls\":[\"must-fail\"]}");
    assertThat(json.path("layers").findValuesAsText("asked"))
        .containsExactly("true", "true", "false");
    JsonNode check = json.at("/layers/0/checks/2");
    assertThat(check.path("name").textValue()).isEqualTo(NASTY);
    assertThat(check.at("/figures/states").intValue()).isEqualTo(1204);
    assertThat(check.at("/counterexample/lines/1/side").textValue()).isEqualTo("P");
    assertThat(check.at("/counterexample/lines/0/side").isNull()).isTrue();
    assertThat(check.at("/counterexample/drawing")).hasSizeGreaterThan(4);
  }

  @Test
  void jsonKeepsFiguresAsTheyAre() throws Exception {
    Map<String, Number> figures =
        Map.of(
            "half",
            0.5,
            "long",
            Long.MAX_VALUE,
            "big",
            new java.math.BigInteger("1" + "0".repeat(30)));
    Check check = new Check("x", false, List.of(), Status.PASS, "", figures, null);
    JsonNode node =
        new ObjectMapper()
            .readTree(VerdictJson.render(FakeLayer.verdict(FakeLayer.of("l", check))))
            .at("/layers/0/checks/0/figures");
    assertThat(node.path("half").doubleValue()).isEqualTo(0.5);
    assertThat(node.path("long").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(node.path("big").bigIntegerValue()).isEqualTo(figures.get("big"));
  }

  @Test
  void pageShowsWhatMattersAndEscapesIt() {
    String page = VerdictPage.render(VERDICT);
    assertThat(page)
        .contains("<title>FAIL: sabring</title>", "A promise is broken.", "a fake", "quick")
        .contains(VERDICT.machine().os(), VERDICT.started().toString())
        .contains("id=\"RB503\"", Rule.RB503.sentence(), "not run", "states <b>1,204</b>")
        .contains("PPublish WRITE :&#x3D; 1", "What went wrong")
        .contains("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt; ]]&gt; {{name}}")
        .doesNotContain("<b>&", "\u0000", "\u001b", "\ud800 ")
        .contains("default-src 'none'")
        .doesNotContain("http:", "https:", "src=", "url(");
  }

  private static String page(String layer) {
    return VerdictPage.render(FakeLayer.verdict(FakeLayer.of(layer, check("c", Status.PASS))));
  }

  @Test
  void pageSaysWhyARuleIsOpen() {
    assertThat(page("m")).contains(">nobody<").doesNotContain("no check watches it");
    assertThat(page("model")).contains("no check watches it").doesNotContain(">nobody<");
  }

  @Test
  void pageWithoutFailuresDoesNotMentionAny() {
    assertThat(page("m")).contains("UNKNOWN").doesNotContain("What went wrong");
  }

  private static final Table TABLE =
      new Table(
          "What is <allowed>", List.of("test", "sc"), List.of(List.of("SB & MP", "forbidden")));

  private static Verdict withTable(int checks) {
    List<Check> many = new ArrayList<>();
    for (int i = 0; i < checks; i++) {
      many.add(check("check " + i, Status.PASS));
    }
    LayerResult layer = new LayerResult("weak", "", true, new Evidence(many, List.of(TABLE)), 1);
    return new Verdict(
        "a fake", Bounds.QUICK, Machine.here(), java.time.Instant.EPOCH, 1, List.of(layer));
  }

  @Test
  void jsonHoldsTables() throws Exception {
    JsonNode table =
        new ObjectMapper().readTree(VerdictJson.render(withTable(1))).at("/layers/0/tables/0");
    assertThat(table.toString())
        .isEqualTo(
            "{\"title\":\"What is <allowed>\",\"columns\":[\"test\",\"sc\"],"
                + "\"rows\":[[\"SB & MP\",\"forbidden\"]]}");
  }

  @Test
  void pageShowsTablesAndFoldsALongList() {
    assertThat(VerdictPage.render(withTable(100)))
        .contains("What is &lt;allowed&gt;", "<td>SB &amp; MP</td>", "<th scope=\"col\">sc</th>")
        .contains("<summary>100 checks, 0 controls<");
    assertThat(VerdictPage.render(withTable(101))).contains("<summary>101 checks, 0 controls<");
  }

  @Test
  void pageSaysWhatIsBrokenAndShowsTheLaw() {
    assertThat(VerdictPage.render(VERDICT))
        .contains("1 FAIL (RB201), ")
        .contains("CursorRingPromises.tla:", "/\\ put - taken &lt;&#x3D; Capacity - 1")
        .contains("CursorRing.java:");
  }

  @Test
  void theTablesThatMostReadersLookForComeFirst() {
    Evidence evidence = new Evidence(List.of(), List.of(TABLE));
    List<LayerResult> layers =
        List.of("proof", "property", "weak").stream()
            .map(name -> new LayerResult(name, "", true, evidence, 1))
            .toList();
    String page =
        VerdictPage.render(
            new Verdict(
                "a fake", Bounds.QUICK, Machine.here(), java.time.Instant.EPOCH, 1, layers));
    String tag = "<h3><span class=\"tag\">";
    assertThat(page.indexOf(tag + "weak")).isPositive().isLessThan(page.indexOf(tag + "property"));
    assertThat(page.indexOf(tag + "property")).isLessThan(page.indexOf(tag + "proof"));
  }

  @Test
  void aTableWithARaggedRowIsRefused() {
    assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 columns");
  }
}

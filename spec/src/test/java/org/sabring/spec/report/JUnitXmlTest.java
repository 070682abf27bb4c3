package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.control;
import static org.sabring.spec.report.FakeLayer.failing;

import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What CI servers read of {@code junit.xml}. There is no one schema of it; this holds it against
 * what those of Ant, Jenkins and Surefire have in common, and lets Surefire's own reader read it.
 */
class JUnitXmlTest {

  private static final String SHOWN = FakeLayer.NASTY.replaceAll("[\u0000\u001b\ud800]", "\ufffd");

  private static final Verdict VERDICT =
      FakeLayer.verdict(
          FakeLayer.of(
              "model",
              check("passes", Status.PASS, Rule.RB101),
              control("must-fail", Status.PASS, Rule.RB101),
              failing("breaks", FakeLayer.NASTY, Rule.RB201),
              Check.unknown("open", "ran out of time"),
              new Check("brief", false, List.of(), Status.PASS, "", Map.of("seconds", 1e-5), null)),
          FakeLayer.of("empty"));

  /** For each element, the attributes that it must have; it may have no others. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "testsuites",
          Set.of("name", "tests", "failures", "errors", "skipped", "time"),
          "testsuite",
          Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"),
          "testcase",
          Set.of("name", "classname", "time"),
          "failure",
          Set.of("message", "type"),
          "skipped",
          Set.of("message"),
          "system-out",
          Set.of());

  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "testsuites",
          Set.of("testsuite"),
          "testsuite",
          Set.of("testcase"),
          "testcase",
          Set.of("failure", "skipped", "system-out"));

  private static final Map<String, String> FORMS =
      Map.of(
          "tests", "\\d+",
          "failures", "\\d+",
          "errors", "\\d+",
          "skipped", "\\d+",
          "time", "\\d+(\\.\\d{1,3})?",
          "timestamp", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d",
          "hostname", "\\S+");

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  /** What is not as the schemas have it. */
  private static List<String> faults(Element element) {
    List<String> faults = new ArrayList<>();
    String name = element.getTagName();
    Set<String> known = ATTRIBUTES.getOrDefault(name, Set.of("?"));
    for (String required : known) {
      if (!element.hasAttribute(required)) {
        faults.add(name + " without " + required);
      }
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String form = FORMS.getOrDefault(attribute.getNodeName(), "(?s).*");
      if (!known.contains(attribute.getNodeName()) || !attribute.getNodeValue().matches(form)) {
        faults.add(name + " with " + attribute);
      }
    }
    List<String> children = new ArrayList<>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        children.add(child.getTagName());
        faults.addAll(faults(child));
      }
    }
    children.stream()
        .filter(child -> !INSIDE.getOrDefault(name, Set.of()).contains(child))
        .forEach(child -> faults.add(child + " in " + name));
    if (name.equals("testsuite") && !element.getAttribute("tests").equals("" + children.size())) {
      faults.add("tests=" + element.getAttribute("tests") + " of " + children.size());
    }
    return faults;
  }

  @Test
  void itIsAsTheSchemasHaveIt() throws Exception {
    assertThat(faults(parse(JUnitXml.render(VERDICT)))).isEmpty();
  }

  @Test
  void whatTheyDoNotHaveIsNoticed() throws Exception {
    String xml = JUnitXml.render(VERDICT);
    assertThat(faults(parse(xml.replaceFirst("time=\"[^\"]*\"", "time=\"1.0E-5\"")))).isNotEmpty();
    assertThat(faults(parse(xml.replaceFirst("hostname=", "host=")))).hasSize(2);
    assertThat(faults(parse(xml.replace("<skipped", "<left").replace("</skipped", "</left"))))
        .isNotEmpty();
    assertThat(faults(parse(xml.replace("tests=\"5\"", "tests=\"6\"")))).isNotEmpty();
  }

  @Test
  void surefireReadsIt(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("junit.xml"), JUnitXml.render(VERDICT));
    List<ReportTestSuite> suites;
    try (InputStreamReader in =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      suites = new TestSuiteXmlParser(new NullConsoleLogger()).parse(in);
    }
    ReportTestSuite model = suites.get(0);
    assertThat(model.getNumberOfTests()).isEqualTo(5);
    assertThat(model.getNumberOfFailures()).isEqualTo(1);
    assertThat(model.getNumberOfSkipped()).isEqualTo(1);
    assertThat(model.getTestCases())
        .filteredOn(test -> test.hasFailure())
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.getName()).isEqualTo("breaks");
              assertThat(test.getFailureType()).isEqualTo("RB201");
              assertThat(test.getFailureDetail()).contains("PPublish WRITE := 1");
            });
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void thereIsASuiteForEachLayerAndACaseForEachCheck() throws Exception {
    List<Element> suites = elements(parse(JUnitXml.render(DocumentsTest.VERDICT)), "testsuite");
    assertThat(suites)
        .extracting(suite -> suite.getAttribute("name"))
        .containsExactly("sabring.model", "sabring.empty", "sabring.left-out");
    assertThat(suites.get(0).getAttribute("tests")).isEqualTo("4");
    assertThat(suites.get(0).getAttribute("failures")).isEqualTo("1");
    assertThat(suites.get(0).getAttribute("skipped")).isEqualTo("1");
    assertThat(elements(suites.get(0), "testcase"))
        .extracting(test -> test.getAttribute("name"))
        .containsExactly("passes", "control: must-fail", SHOWN, "out-of-bound");
  }

  @Test
  void itShowsTheFailureWithItsCounterexample() throws Exception {
    Element failure = elements(parse(JUnitXml.render(DocumentsTest.VERDICT)), "failure").get(0);
    assertThat(failure.getAttribute("message")).isEqualTo(SHOWN);
    assertThat(failure.getAttribute("type")).isEqualTo("RB201");
    assertThat(failure.getTextContent()).contains(SHOWN, "PPublish WRITE := 1");
  }

  @Test
  void itSkipsWhatIsUnknownAndWhatDidNotRun() throws Exception {
    assertThat(elements(parse(JUnitXml.render(DocumentsTest.VERDICT)), "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .containsExactly(
            "ran out of time", "the layer checked nothing", "the layer was not asked for");
  }
}

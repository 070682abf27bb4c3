package org.sabring.spec.report;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;

/**
 * The verdict as JUnit's XML, for CI servers: a test suite for each layer, a test case for each
 * check. UNKNOWN is {@code skipped}, and so is a layer that was not run.
 */
final class JUnitXml {
  /** As the common schema has it where nobody says. */
  private static final String HOST =
      Objects.requireNonNullElse(System.getenv("HOSTNAME"), "localhost");

  private final Verdict verdict;
  private final XMLStreamWriter xml;

  private JUnitXml(Verdict verdict, XMLStreamWriter xml) {
    this.verdict = verdict;
    this.xml = xml;
  }

  /** The verdict as an XML document. */
  public static String render(Verdict verdict) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JUnitXml(verdict, xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML that cannot be written", e);
    }
    return Printable.clean(text.toString());
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    List<Check> all = verdict.layers().stream().flatMap(layer -> cases(layer).stream()).toList();
    xml.writeAttribute("name", "sabring");
    counts(all);
    xml.writeAttribute("time", seconds(verdict.seconds()));
    for (LayerResult layer : verdict.layers()) {
      suite(layer);
    }
    line();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void suite(LayerResult layer) throws XMLStreamException {
    List<Check> checks = cases(layer);
    line();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "sabring." + layer.name());
    counts(checks);
    xml.writeAttribute("time", seconds(layer.seconds()));
    xml.writeAttribute("timestamp", timestamp());
    xml.writeAttribute("hostname", HOST);
    for (Check check : checks) {
      testcase(layer, check);
    }
    line();
    xml.writeEndElement();
  }

  private void counts(List<Check> checks) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(checks.size()));
    xml.writeAttribute("failures", count(checks, Status.FAIL));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(checks, Status.UNKNOWN));
  }

  /** In UTC to the second, without a zone: the form that all readers take. */
  private String timestamp() {
    return verdict.started().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
  }

  /** Never as 1.0E-4, and with three decimals at most: the schemas ask for it. */
  private static String seconds(Number seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds.doubleValue());
  }

  /** What a layer without checks has to say must be seen as well: an empty suite is green. */
  private static List<Check> cases(LayerResult layer) {
    if (!layer.evidence().checks().isEmpty()) {
      return layer.evidence().checks();
    }
    String why = layer.asked() ? "the layer checked nothing" : "the layer was not asked for";
    return List.of(Check.unknown("runs", why));
  }

  private static String count(List<Check> checks, Status status) {
    return Long.toString(checks.stream().filter(check -> check.status() == status).count());
  }

  private void testcase(LayerResult layer, Check check) throws XMLStreamException {
    line();
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "sabring." + layer.name());
    xml.writeAttribute("name", check.control() ? "control: " + check.name() : check.name());
    Number seconds = check.figures().get("seconds");
    xml.writeAttribute("time", seconds == null ? "0" : seconds(seconds));
    if (check.status() == Status.FAIL) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", firstLine(check.detail()));
      xml.writeAttribute("type", rules(check));
      xml.writeCharacters(body(check));
      xml.writeEndElement();
    } else if (check.status() == Status.UNKNOWN) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", firstLine(check.detail()));
      xml.writeCharacters(check.detail());
      xml.writeEndElement();
    }
    if (!check.figures().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(Figures.text(check.figures()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String rules(Check check) {
    return check.rules().stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  private static String body(Check check) {
    if (check.counterexample() == null) {
      return check.detail();
    }
    return check.detail()
        + "\n\n"
        + check.counterexample().title()
        + "\n"
        + String.join("\n", check.counterexample().draw());
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}

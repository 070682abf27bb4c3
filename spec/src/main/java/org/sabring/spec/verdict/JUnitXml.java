package org.sabring.spec.verdict;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A verdict for CI servers: a test suite for each layer, a test case for each check. UNKNOWN is
 * {@code skipped}, and so is a layer that was not run.
 */
public final class JUnitXml {
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
    xml.writeAttribute("name", "sabring");
    xml.writeAttribute("time", Double.toString(verdict.seconds()));
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
    xml.writeAttribute("name", layer.name());
    xml.writeAttribute("tests", Integer.toString(checks.size()));
    xml.writeAttribute("failures", count(checks, Status.FAIL));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(checks, Status.UNKNOWN));
    xml.writeAttribute("time", Double.toString(layer.seconds()));
    xml.writeAttribute("timestamp", verdict.started().toString());
    for (Check check : checks) {
      testcase(layer, check);
    }
    line();
    xml.writeEndElement();
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
    xml.writeAttribute("time", seconds == null ? "0" : seconds.toString());
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

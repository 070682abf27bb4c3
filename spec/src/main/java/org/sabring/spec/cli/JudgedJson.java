package org.sabring.spec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sabring.spec.check.Status;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.report.Json;
import org.sabring.spec.trace.MalformedTrace;

/**
 * The JSON document of {@code sabring check}: the results of all files.
 *
 * <pre>
 * format, version  "sabring-check", 1
 * status           PASS, FAIL or UNKNOWN: of all files together
 * files[]          file, status; then either
 *                  error: line, column, found, expected; or
 *                  kind, profile, bound, complete, events, misfit: null or why nothing can be said,
 *                  notes[], finding: null, or
 *                  rule, sentence, file, line, found, allowed, counterexample
 * </pre>
 */
final class JudgedJson {
  private JudgedJson() {}

  static String render(List<Judged> files) {
    ObjectNode root = Json.document("sabring-check");
    root.put("status", Status.all(files.stream().map(Judged::status).toList()).name());
    ArrayNode array = root.putArray("files");
    files.forEach(file -> file(file, array.addObject()));
    return Json.write(root);
  }

  private static void file(Judged file, ObjectNode node) {
    node.put("file", file.file());
    node.put("status", file.status().name());
    if (file.error() != null) {
      error(file.error(), node.putObject("error"));
    }
    if (file.judgement() != null) {
      judgement(file.judgement(), node);
    }
  }

  private static void error(MalformedTrace error, ObjectNode node) {
    node.put("line", error.line());
    node.put("column", error.column());
    node.put("found", error.found());
    node.put("expected", error.expected());
  }

  private static void judgement(Judgement judgement, ObjectNode node) {
    node.put("kind", judgement.header().kind().label());
    node.put("profile", judgement.header().profile().label());
    node.put("bound", judgement.header().bound());
    node.put("complete", judgement.header().complete());
    node.put("events", judgement.events());
    node.put("misfit", judgement.misfit());
    node.set("notes", Json.strings(judgement.notes()));
    if (judgement.finding() == null) {
      node.putNull("finding");
    } else {
      finding(judgement, judgement.finding(), node.putObject("finding"));
    }
  }

  private static void finding(Judgement judgement, TraceFinding finding, ObjectNode node) {
    node.put("rule", finding.rule().name());
    node.put("sentence", judgement.sentence(finding.rule()));
    node.put("file", finding.file());
    node.put("line", finding.line());
    node.put("found", finding.found());
    node.put("allowed", finding.allowed());
    node.set("counterexample", Json.interleaving(finding.how()));
  }
}

package org.sabring.spec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.law.Rule;

/**
 * The verdict as JSON, for programs: {@code verdict.json}.
 *
 * <pre>
 * format, version   "sabring-verdict", 1
 * $schema           the file beside it that says all this to a validator
 * status            PASS, FAIL or UNKNOWN: of what was asked
 * exitCode          0, 1 or 3: what the program exits with
 * subject           what was checked
 * bounds            quick, default or full
 * machine           os, arch, cores, javaVersion, javaVendor
 * started, seconds  ISO 8601 in UTC; how long it took
 * rules[]           id, sentence, status, layers[]: layer, asked, status, scope{}, checks[],
 *                   controls[]
 * mutants[]         name, mistake, rules[], sources[], alone, cells[]: column, kind, says, status,
 *                   figures{}
 * layers[]          name, promise, asked, status, seconds, checks[]: name, control, rules[],
 *                   status, detail, figures{}, counterexample, scope{}; tables[]: title, columns[], rows[][]
 * </pre>
 *
 * <p>A layer with {@code "asked":false} did not run, and does not count towards {@code status}. A
 * counterexample is null or as {@link Json#interleaving} says. Later versions may add keys; if one
 * changes its meaning, {@code version} goes up.
 */
public final class VerdictJson {
  private VerdictJson() {}

  /** The JSON Schema of such a document: draft 2020-12. */
  public static String schema() {
    return Resource.text(VerdictFiles.SCHEMA);
  }

  /** The verdict as a JSON document. */
  public static String render(Verdict verdict) {
    ObjectNode root = Json.document("sabring-verdict");
    root.put("$schema", VerdictFiles.SCHEMA);
    root.put("status", verdict.status().name());
    root.put("exitCode", verdict.status().exitCode());
    root.put("subject", verdict.subject());
    root.put("bounds", verdict.bounds().label());
    root.set("machine", Json.tree(verdict.machine()));
    root.put("started", verdict.started().toString());
    root.put("seconds", verdict.seconds());
    ArrayNode rules = root.putArray("rules");
    verdict.rules().forEach(rule -> rule(rule, rules.addObject()));
    ArrayNode mutants = root.putArray("mutants");
    verdict.mutants().forEach(mutant -> mutant(mutant, mutants.addObject()));
    ArrayNode layers = root.putArray("layers");
    verdict.layers().forEach(layer -> layer(layer, layers.addObject()));
    return Json.write(root);
  }

  private static void rule(RuleEvidence evidence, ObjectNode node) {
    node.put("id", evidence.rule().name());
    node.put("sentence", evidence.rule().sentence());
    node.put("status", evidence.status().name());
    ArrayNode layers = node.putArray("layers");
    for (RuleEvidence.Cell cell : evidence.cells()) {
      ObjectNode layer = layers.addObject();
      layer.put("layer", cell.layer());
      layer.put("asked", cell.asked());
      layer.put("status", cell.status().name());
      layer.set("scope", Json.tree(cell.scope()));
      layer.set("checks", Json.strings(cell.checks()));
      layer.set("controls", Json.strings(cell.controls()));
    }
  }

  private static void mutant(MutantEvidence evidence, ObjectNode node) {
    Mutant mutant = evidence.mutant();
    node.put("name", mutant.name());
    node.put("mistake", mutant.mistake());
    node.set("rules", Json.strings(mutant.rules()));
    node.set("sources", Json.strings(mutant.sources()));
    Rule alone = mutant.alone();
    node.put("alone", alone == null ? null : alone.name());
    ArrayNode cells = node.putArray("cells");
    for (MutantEvidence.Cell one : evidence.cells()) {
      ObjectNode cell = cells.addObject();
      cell.put("column", one.column());
      cell.put("kind", one.kind());
      cell.put("says", one.says());
      cell.put("status", one.status().name());
      cell.set("figures", Json.tree(one.measured()));
    }
  }

  private static void layer(LayerResult layer, ObjectNode node) {
    node.put("name", layer.name());
    node.put("promise", layer.promise());
    node.put("asked", layer.asked());
    node.put("status", layer.status().name());
    node.put("seconds", layer.seconds());
    node.set("checks", Json.tree(layer.evidence().checks()));
    node.set("tables", Json.tree(layer.evidence().tables()));
  }
}

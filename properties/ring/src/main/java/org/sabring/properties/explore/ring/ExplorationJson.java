package org.sabring.properties.explore.ring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Finding;
import org.sabring.explore.Smallest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.spec.report.Json;

/** The result of an exploration as a JSON document. */
final class ExplorationJson {

  private ExplorationJson() {}

  static ObjectNode of(
      RingProgram ring, MemoryModel memory, Exploration exploration, @Nullable Smallest smallest) {
    ObjectNode document = Json.document("sabring-exploration");
    document.put("program", ring.toString());
    document.put("memory", memory.name().toLowerCase(Locale.ROOT));
    document.put("status", exploration.status().name());
    document.put("states", exploration.states());
    document.put("steps", exploration.steps());
    document.put("seconds", exploration.seconds());
    var findings = document.putArray("findings");
    for (Finding finding : exploration.findings()) {
      ObjectNode node = findings.addObject();
      node.put("found", finding.found());
      node.set("rules", Json.strings(finding.rules()));
      node.put("schedule", finding.schedule().text());
      node.set("interleaving", Json.interleaving(Stories.of(finding.story())));
    }
    if (smallest != null) {
      ObjectNode node = document.putObject("smallest");
      node.put("program", smallest.program().toString());
      node.put("schedule", smallest.finding().schedule().text());
    }
    return document;
  }
}

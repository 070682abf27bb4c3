package org.sabring.spec.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** axe-core, asked about the page in a browser. */
final class Axe {
  private Axe() {}

  /** Its faults of the impact serious or critical: rule, impact and the first few places. */
  static List<String> faults(Chromium browser) throws IOException {
    browser.evaluate(script() + "; 0");
    JsonNode violations =
        browser.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations.map("
                + "(one) => ({id: one.id, impact: one.impact,"
                + " at: one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')})))");
    List<String> faults = new ArrayList<>();
    for (JsonNode one : violations) {
      if (List.of("serious", "critical").contains(one.path("impact").asText())) {
        faults.add(one.toString());
      }
    }
    return faults;
  }

  private static String script() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

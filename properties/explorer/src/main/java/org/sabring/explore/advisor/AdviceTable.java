package org.sabring.explore.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.explore.advisor.Advice.Need;

/** The table of an advisor: a line for each site, and a column for each memory. */
public final class AdviceTable {

  private AdviceTable() {}

  /** As text, under a line of headings; nothing if there are no sites. */
  public static List<String> lines(Map<Site, List<Advice>> advice) {
    if (advice.isEmpty()) {
      return List.of();
    }
    int width = advice.keySet().stream().mapToInt(site -> site.what().length()).max().orElse(0);
    String format = "%-" + Math.max(6, width) + "s  %-12s";
    List<String> lines = new ArrayList<>();
    StringBuilder heading = new StringBuilder(format.formatted("access", "written"));
    advice
        .values()
        .iterator()
        .next()
        .forEach(one -> heading.append("  %-22s".formatted(one.memory())));
    lines.add(heading.toString().stripTrailing());
    advice.forEach(
        (site, all) -> {
          StringBuilder line = new StringBuilder(format.formatted(site.what(), site.written()));
          all.forEach(one -> line.append("  %-22s".formatted(one)));
          lines.add(line.toString().stripTrailing());
        });
    advice.values().forEach(all -> all.forEach(one -> explain(one, lines)));
    return lines;
  }

  private static void explain(Advice advice, List<String> lines) {
    if (advice.need() == Need.NEEDED && advice.why() != null) {
      lines.add("without %s, on %s: %s".formatted(advice.site(), advice.memory(), advice.why()));
    }
  }

  /** As a table of Markdown. */
  public static List<String> markdown(Map<Site, List<Advice>> advice, List<String> memories) {
    List<String> lines = new ArrayList<>();
    lines.add("| access | written | " + String.join(" | ", memories) + " |");
    lines.add("|---|---|" + "---|".repeat(memories.size()));
    advice.forEach(
        (site, all) ->
            lines.add(
                "| `%s` | %s | %s |"
                    .formatted(
                        site.what(),
                        site.written(),
                        String.join(" | ", all.stream().map(Advice::toString).toList()))));
    return lines;
  }
}

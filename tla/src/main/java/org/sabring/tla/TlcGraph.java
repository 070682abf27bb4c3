package org.sabring.tla;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.spec.machine.StateGraph;
import org.sabring.spec.machine.StateGraph.Edge;

/** Reads the state graph that TLC writes with {@code -dump dot,actionlabels}. */
final class TlcGraph {

  private static final Pattern NODE =
      Pattern.compile("(-?\\d+) \\[label=\"(/\\\\\\\\.*?)\"(,style = filled)?\\];?");
  private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w*)\".*");

  private record Arrow(String from, String action, String to) {}

  private TlcGraph() {}

  static StateGraph read(Path dot) throws IOException {
    Map<String, String> nodes = new HashMap<>();
    Set<String> initial = new LinkedHashSet<>();
    List<Arrow> arrows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(dot)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher node = NODE.matcher(line);
        Matcher edge = EDGE.matcher(line);
        if (node.matches()) {
          String state = TlaState.parse("", unescape(node.group(2))).node();
          nodes.put(node.group(1), state);
          if (node.group(3) != null) {
            initial.add(state);
          }
        } else if (edge.matches()) {
          arrows.add(new Arrow(edge.group(1), edge.group(3), edge.group(2)));
        }
      }
    }
    Map<String, Set<Edge>> edges = new LinkedHashMap<>();
    nodes.values().forEach(state -> edges.put(state, new LinkedHashSet<>()));
    for (Arrow arrow : arrows) {
      String from = Objects.requireNonNull(nodes.get(arrow.from()));
      String to = Objects.requireNonNull(nodes.get(arrow.to()));
      edges.computeIfAbsent(from, state -> new LinkedHashSet<>()).add(new Edge(arrow.action(), to));
    }
    return new StateGraph(initial, edges);
  }

  private static String unescape(String label) {
    return label.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}

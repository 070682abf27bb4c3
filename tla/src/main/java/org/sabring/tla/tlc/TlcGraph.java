package org.sabring.tla.tlc;

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
import org.sabring.spec.law.StateGraph;
import org.sabring.spec.law.StateGraph.Edge;

/** Reads the state graph that TLC writes with {@code -dump dot,actionlabels}. */
final class TlcGraph {

  private static final Pattern NODE =
      Pattern.compile("(-?\\d+) \\[label=\"(/\\\\\\\\.*?)\"(,style = filled)?\\];?");
  private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w*)\".*");

  private record Arrow(long from, String action, long to) {}

  /** Hears what stands in the file, in its order: a step may come before the state it leads to. */
  interface Listener {
    void state(long id, TlaState state, boolean initial);

    void step(long from, String action, long to);
  }

  private TlcGraph() {}

  /** Reads a file line by line, and keeps nothing. */
  static void read(Path dot, Listener listener) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(dot)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher node = NODE.matcher(line);
        Matcher edge = EDGE.matcher(line);
        if (node.matches()) {
          TlaState state = TlaState.parse("", unescape(node.group(2)));
          listener.state(Long.parseLong(node.group(1)), state, node.group(3) != null);
        } else if (edge.matches()) {
          long from = Long.parseLong(edge.group(1));
          listener.step(from, edge.group(3), Long.parseLong(edge.group(2)));
        }
      }
    }
  }

  static StateGraph read(Path dot) throws IOException {
    Map<Long, String> nodes = new HashMap<>();
    Set<String> initial = new LinkedHashSet<>();
    List<Arrow> arrows = new ArrayList<>();
    read(
        dot,
        new Listener() {
          @Override
          public void state(long id, TlaState state, boolean first) {
            nodes.put(id, state.node());
            if (first) {
              initial.add(state.node());
            }
          }

          @Override
          public void step(long from, String action, long to) {
            arrows.add(new Arrow(from, action, to));
          }
        });
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

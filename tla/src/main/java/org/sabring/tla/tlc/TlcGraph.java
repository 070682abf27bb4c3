package org.sabring.tla.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reader of the state graph that TLC writes with {@code -dump dot,actionlabels}. */
final class TlcGraph {

  private static final Pattern NODE =
      Pattern.compile("(-?\\d+) \\[label=\"(/\\\\\\\\.*?)\"(,style = filled)?\\];?");
  private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w*)\".*");

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

  private static String unescape(String label) {
    return label.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}

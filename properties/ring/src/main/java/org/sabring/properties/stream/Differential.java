package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.trial.LeftBehind;

/**
 * The comparison of our streams with Node's, script by script. Belongs to the thread that runs the
 * property, but for what is said otherwise.
 */
final class Differential {

  /**
   * A script whose logs differ.
   *
   * @param script the script
   * @param theirs Node's log
   * @param ours our log
   */
  record Difference(NodeScript script, List<String> theirs, List<String> ours) {

    /** How many lines of both logs are shown before the one that differs. */
    private static final int CONTEXT = 6;

    private int size() {
      return script.json().length();
    }

    private int at() {
      int line = 0;
      while (line < Math.min(theirs.size(), ours.size())
          && theirs.get(line).equals(ours.get(line))) {
        line++;
      }
      return line;
    }

    private static String line(List<String> log, int at) {
      return at < log.size() ? log.get(at) : "(the log ends)";
    }

    /** Where they differ, what came before, and the script to run again. */
    String text() {
      int at = at();
      List<String> text = new ArrayList<>();
      text.add("line " + (at + 1) + " of the logs differs");
      theirs.subList(Math.max(0, at - CONTEXT), at).forEach(same -> text.add("      " + same));
      text.add("Node: " + line(theirs, at));
      text.add("ours: " + line(ours, at));
      text.add("script: " + script.json());
      return String.join("\n", text);
    }
  }

  private static final ThreadLocal<@Nullable Differential> CURRENT = new ThreadLocal<>();

  private final NodeProcess node;
  private final Function<NodeScript, List<String>> run;
  private long lines;
  private long broken;
  private @Nullable Difference smallest;

  /** One thread writes it. */
  private volatile long scripts;

  private volatile boolean stopped;
  private volatile @Nullable Thread owner;

  /**
   * A comparison with this Node.
   *
   * @param run what runs a script on our streams, and answers with the log
   */
  Differential(NodeProcess node, Function<NodeScript, List<String>> run) {
    this.node = node;
    this.run = run;
  }

  /** The comparison that this thread is in. */
  static Differential current() {
    Differential current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("no Node: the layer stream runs this property");
    }
    return current;
  }

  /** Runs a property in this comparison. */
  void around(Runnable property) {
    CURRENT.set(this);
    owner = Thread.currentThread();
    try {
      property.run();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * Runs a script on both.
   *
   * @throws AssertionError when the logs differ
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  void compare(NodeScript script) {
    if (stopped) {
      LeftBehind.end(owner);
    }
    node.ask(script);
    List<String> ours = ours(script);
    List<String> theirs = node.answer();
    if (smallest == null) { // not what shrinking tries
      scripts++;
      lines += theirs.size();
    }
    if (NodeProcess.isOfNode(theirs)) { // there is nothing to be like
      broken++;
      return;
    }
    if (!ours.equals(theirs)) {
      Difference difference = new Difference(script, theirs, ours);
      if (smallest == null || difference.size() < smallest.size()) {
        smallest = difference;
      }
      throw new AssertionError(difference.text());
    }
  }

  /** What breaks a run altogether is a difference too. */
  private List<String> ours(NodeScript script) {
    try {
      return run.apply(script);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return List.of("broke: " + e);
    }
  }

  /** How many scripts were compared so far. Any thread may ask. */
  long scripts() {
    return scripts;
  }

  /** How many lines the logs had together. */
  long lines() {
    return lines;
  }

  /** How many scripts broke Node itself, and were not compared. */
  long broken() {
    return broken;
  }

  /** The smallest script that differed; null if none did. */
  @Nullable Difference smallest() {
    return smallest;
  }

  /** Lets every comparison from now on fail. Any thread may call it. */
  void stop() {
    stopped = true;
  }
}

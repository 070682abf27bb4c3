package org.sabring.properties.stream;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.Jqwik;
import org.sabring.properties.stream.Differential.Difference;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;

/** The comparison with a real Node, and with each mistake planted. Without one, UNKNOWN. */
final class NodeChecks {

  static final String SAME = "Node.sameLogs";

  /** A control ends with the first script that differs. */
  private static final int CONTROL_SCRIPTS = 2_000;

  private NodeChecks() {}

  static List<Task> within(Bounds bounds) throws InterruptedException {
    String missing = NodeProcess.missing();
    return Stream.of(Mistake.values())
        .map(mistake -> task(mistake, scripts(bounds), missing))
        .toList();
  }

  private static int scripts(Bounds bounds) {
    return switch (bounds) {
      case QUICK -> 1_500;
      case DEFAULT -> 10_000;
      case FULL -> 100_000;
    };
  }

  private static Task task(Mistake mistake, int scripts, @Nullable String missing) {
    boolean control = mistake != Mistake.NONE;
    String name = control ? mistake.name() : SAME;
    return new Task(
        name,
        progress ->
            missing == null
                ? compare(name, mistake, control ? CONTROL_SCRIPTS : scripts, progress)
                : Check.unknown(name, "skipped: " + missing));
  }

  private static Check compare(String name, Mistake mistake, int scripts, Progress progress)
      throws IOException, InterruptedException {
    boolean control = mistake != Mistake.NONE;
    long start = System.nanoTime();
    try (NodeProcess node = NodeProcess.start()) {
      Differential differential = new Differential(node, mistake);
      Jqwik.run(
          property(),
          scripts,
          control ? 1 : 10,
          differential::around,
          differential::scripts,
          differential::stop,
          progress);
      Map<String, Number> figures = new LinkedHashMap<>();
      figures.put("scripts", differential.scripts());
      figures.put("lines", differential.lines());
      figures.put("seconds", Task.secondsSince(start));
      return judge(name, control, scripts, differential, figures);
    }
  }

  private static Check judge(
      String name,
      boolean control,
      int scripts,
      Differential differential,
      Map<String, Number> figures) {
    Difference difference = differential.smallest();
    Status status;
    String detail;
    if (difference != null) {
      status = control ? Status.PASS : Status.FAIL;
      detail = difference.text();
    } else if (differential.scripts() < scripts) {
      status = Status.UNKNOWN;
      detail = "It compared " + differential.scripts() + " scripts of " + scripts + ".";
    } else {
      status = control ? Status.FAIL : Status.PASS;
      detail = "The logs of " + scripts + " scripts are equal.";
    }
    return new Check(name, control, List.of(), status, detail, figures, null);
  }

  private static Method property() {
    return Stream.of(NodeProperties.class.getDeclaredMethods())
        .filter(method -> method.getName().equals("ourStreamsDoWhatNodesDo"))
        .findFirst()
        .orElseThrow();
  }
}

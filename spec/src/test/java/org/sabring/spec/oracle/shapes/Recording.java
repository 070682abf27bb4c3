package org.sabring.spec.oracle.shapes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.trace.TraceReader;

/** A recording of a run: its lines in some order, from some moment on, to some end. */
final class Recording {

  /** How much of a run is recorded, and how its lines are mixed. */
  enum Way {
    IN_ORDER,
    SHUFFLED,
    PRODUCER_FIRST,
    CONSUMER_FIRST,
    CUT,
    FROM_MIDDLE;

    boolean isWhole() {
      return this != CUT && this != FROM_MIDDLE;
    }
  }

  private final String header;
  private final List<Line> lines;

  Recording(Run run, Shape shape, Way way, boolean stated, Random random) {
    boolean complete = way != Way.CUT && (run.finished || run.deadlocked);
    header =
        "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"steps\",\"capacity\":"
            + shape.capacity()
            + (stated ? ",\"cursors\":\"" + shape.cursors().label() + '"' : "")
            + (complete ? ",\"complete\":true" : "")
            + (way == Way.FROM_MIDDLE ? ",\"from\":\"middle\"" : "")
            + "}";
    int from =
        way == Way.FROM_MIDDLE ? run.setUp + random.nextInt(run.lines.size() - run.setUp + 1) : 0;
    List<Line> seen = run.lines.subList(from, run.lines.size());
    List<Line> main = of(seen, TraceThread.MAIN);
    List<Line> p = of(seen, TraceThread.P);
    List<Line> c = of(seen, TraceThread.C);
    if (way == Way.CUT) {
      p = p.subList(0, random.nextInt(p.size() + 1));
      c = c.subList(0, random.nextInt(c.size() + 1));
    }
    lines = new ArrayList<>(main);
    switch (way) {
      case IN_ORDER -> {
        lines.clear();
        lines.addAll(seen);
      }
      case PRODUCER_FIRST -> {
        lines.addAll(p);
        lines.addAll(c);
      }
      case CONSUMER_FIRST -> {
        lines.addAll(c);
        lines.addAll(p);
      }
      default -> mix(p, c, random);
    }
  }

  private static List<Line> of(List<Line> lines, TraceThread thread) {
    return lines.stream().filter(line -> line.thread == thread).toList();
  }

  private void mix(List<Line> p, List<Line> c, Random random) {
    int i = 0;
    int k = 0;
    while (i < p.size() || k < c.size()) {
      boolean producer = k == c.size() || (i < p.size() && random.nextBoolean());
      lines.add(producer ? p.get(i++) : c.get(k++));
    }
  }

  String text() {
    return header + '\n' + lines.stream().map(Line::json).collect(Collectors.joining("\n"));
  }

  Judgement judge() throws IOException {
    byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(bytes), "run")) {
      return StepOracle.judge(reader, null);
    }
  }
}

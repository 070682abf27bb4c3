package org.sabring.properties.explore.anyclass;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Schedule;
import org.sabring.explore.Smallest;
import org.sabring.explore.advisor.Advice;
import org.sabring.explore.advisor.AdviceTable;
import org.sabring.explore.advisor.ModeAdvisor;
import org.sabring.explore.advisor.Site;
import org.sabring.explore.assertions.TestLines;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.spec.check.Figures;
import org.sabring.spec.report.Json;
import org.sabring.spec.report.StoryPage;

/** An exploration of a class of somebody else's, with its report. */
public final class ClassExploration {

  private final ClassOptions options;
  private final MemoryModel memory;
  private final Options bounds;
  private final Program program;
  private final Monitor monitor;
  private final Function<MemoryModel, Monitor> monitors;
  private final TestLines lines;
  private final PrintWriter out;
  private final boolean json;
  private final int columns;

  /**
   * An exploration that has not begun.
   *
   * @throws IllegalArgumentException naming what is wrong with the options
   */
  public ClassExploration(
      ClassOptions options,
      @Nullable Integer capacity,
      List<String> producers,
      List<String> consumers,
      MemoryModel memory,
      Options bounds,
      PrintWriter out,
      boolean json) {
    ClassProgram made = new ClassProgram(options, capacity, producers, consumers);
    this.options = options;
    this.memory = memory;
    this.bounds = bounds;
    this.program = made.program();
    this.monitors = made::monitor;
    this.monitor = made.monitor(memory);
    this.lines = made.testLines();
    this.out = out;
    this.json = json;
    this.columns = Integer.getInteger("sabring.columns", 0);
  }

  /** Runs it; the exit code. */
  public int run(@Nullable String schedule) throws InterruptedException {
    Explorer explorer = new Explorer(program, memory, monitor, bounds);
    if (schedule != null) {
      out.println(explorer.replay(new Schedule(schedule)).draw(columns()));
      return 0;
    }
    Exploration exploration = explorer.explore();
    Smallest smallest = smallest(exploration);
    Map<Site, List<Advice>> advice =
        options.weaken
            ? new ModeAdvisor(program, monitors, bounds)
                .advise(List.of(MemoryModel.TSO, MemoryModel.RA))
            : Map.of();
    writePage(exploration, smallest);
    if (json) {
      out.println(Json.write(document(exploration, advice)));
    } else {
      print(exploration, smallest);
      AdviceTable.lines(advice).forEach(out::println);
    }
    return Stories.status(exploration).exitCode();
  }

  private void writePage(Exploration exploration, @Nullable Smallest smallest) {
    if (options.html == null) {
      return;
    }
    List<Finding> findings =
        smallest == null ? exploration.findings() : List.of(smallest.finding());
    String heading = exploration.status() + ": " + options.className;
    String page =
        StoryPage.render(
            heading, findings.stream().map(finding -> Stories.of(finding.story())).toList());
    try {
      Files.writeString(options.html, page);
    } catch (IOException e) {
      throw new IllegalArgumentException("--html: cannot write " + options.html, e);
    }
  }

  private int columns() {
    return columns <= 0 ? 120 : Math.max(80, Math.min(columns, 160));
  }

  private @Nullable Smallest smallest(Exploration exploration) throws InterruptedException {
    if (exploration.findings().isEmpty()) {
      return null;
    }
    return Smallest.thatCanEnd(program, memory, monitor, bounds);
  }

  private void print(Exploration exploration, @Nullable Smallest smallest) {
    out.println(options.className + "; " + program + "; " + memory.words());
    List<Finding> findings =
        smallest == null ? exploration.findings() : List.of(smallest.finding());
    for (Finding finding : findings) {
      out.println(finding.story().draw(columns()));
    }
    if (smallest != null) {
      String schedule = smallest.finding().schedule().text();
      String when =
          schedule.isEmpty() ? "before any step that others could see" : "schedule " + schedule;
      out.println("smallest: " + smallest.program() + ", " + when);
      out.println("as a test:");
      out.print(lines.of(smallest.program(), memory, smallest.finding()).indent(2));
    }
    out.println(
        "%s: %s states, %s steps, %.1f s"
            .formatted(
                exploration.status(),
                Figures.text(exploration.states()),
                Figures.text(exploration.steps()),
                exploration.seconds()));
  }

  private ObjectNode document(Exploration exploration, Map<Site, List<Advice>> advice) {
    ObjectNode document = Json.document("sabring-exploration");
    document
        .put("class", options.className)
        .put("program", program.toString())
        .put("memory", memory.name())
        .put("status", exploration.status().name())
        .put("states", exploration.states())
        .put("steps", exploration.steps())
        .put("seconds", exploration.seconds());
    ArrayNode findings = document.putArray("findings");
    for (Finding finding : exploration.findings()) {
      ObjectNode node = findings.addObject();
      node.put("found", finding.found()).put("schedule", finding.schedule().text());
      node.set("interleaving", Json.interleaving(Stories.of(finding.story())));
    }
    ArrayNode modes = document.putArray("modes");
    advice.forEach(
        (site, all) -> {
          ObjectNode one = modes.addObject();
          one.put("access", site.what()).put("written", site.written());
          all.forEach(each -> one.put(each.memory().name(), each.toString()));
        });
    return document;
  }
}

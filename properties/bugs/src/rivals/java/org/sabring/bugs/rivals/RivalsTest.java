package org.sabring.bugs.rivals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sabring.bugs.Bug;
import org.sabring.bugs.Bugs;
import org.sabring.explore.memory.MemoryModel;

/** Asks all tools about all tests, and writes down whatever comes out. */
class RivalsTest {

  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));
  private static final Path AT = ROOT.resolve("properties/bugs/target/rivals");
  private static final int LIMIT = Integer.getInteger("rivals.seconds", 60);

  private final Map<Tool, Map<Class<?>, Answer>> answers = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();

  @Test
  void asksAll() throws Exception {
    Path drivers = AT.resolve("drivers");
    Path stress = AT.resolve("jcstress");
    Drivers.make(AT.resolve("sources"), drivers);
    Drivers.makeForJcstress(ROOT.resolve("properties/bugs/src/main/java"), stress);
    List<Tool> tools = tools(drivers, stress);
    tools.forEach(tool -> answers.put(tool, new ConcurrentHashMap<>()));
    // Each tool at its own pace.
    ExecutorService threads = Executors.newFixedThreadPool(tools.size());
    List<Future<?>> all = new ArrayList<>();
    tools.forEach(tool -> all.add(threads.submit(() -> ask(tool))));
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  private @Nullable Void ask(Tool tool) throws Exception {
    for (Bug bug : Bugs.ALL) {
      for (Class<?> test : List.of(bug.buggy(), bug.mended())) {
        Answer answer = tool.ask(test, AT.resolve("logs"), LIMIT);
        System.out.println(tool.name() + " " + bug + " " + test.getSimpleName() + ": " + answer);
        answers(tool).put(test, answer);
        write();
      }
    }
    return null;
  }

  private Map<Class<?>, Answer> answers(Tool tool) {
    return Objects.requireNonNull(answers.get(tool));
  }

  private List<Tool> tools(Path drivers, Path stress) throws InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = drivers + File.pathSeparator + Forked.classPath();
    String main = getClass().getPackageName() + ".";
    List<Tool> tools = new ArrayList<>();
    tools.add(
        new Tool("sabring", List.of(java, "-cp", classPath, main + "SabringMain"), false, ""));
    tools.add(
        new Tool(
            "Lincheck", List.of(java, "-ea", "-cp", classPath, main + "LincheckMain"), true, ""));
    try {
      Path jdk = Path.of(System.getProperty("rivals.jdk25", ""));
      FrayJdk fray = FrayJdk.of(jdk, AT, AT.resolve("logs/jlink.log"));
      List<String> command = new ArrayList<>(fray.command());
      command.addAll(
          List.of("-Dfray.workDir=" + AT.resolve("fray"), "-cp", classPath, main + "FrayMain"));
      tools.add(new Tool("Fray", command, true, ""));
    } catch (IOException | RuntimeException e) {
      missing.add(
          "Fray could not be run here: `" + e.toString().lines().findFirst().orElse("") + "`");
    }
    String onlyStress = stress + File.pathSeparator + Forked.classPath();
    List<String> command =
        List.of(
            java,
            "-cp",
            onlyStress,
            "org.openjdk.jcstress.Main",
            "-m",
            "quick",
            "-r",
            AT.resolve("report").toString(),
            "-t");
    tools.add(
        new Tool(
            "jcstress",
            command,
            false,
            "^\\.* *\\[(FAILED|TIMEOUT|ERROR|VM ERROR|API MISMATCH)\\].*"));
    return tools;
  }

  private synchronized void write() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(template());
    page.append("| bug | shows on | ");
    page.append(answers.keySet().stream().map(Tool::name).collect(Collectors.joining(" | ")));
    page.append(" |\n|---|---|").append("---|".repeat(answers.size())).append("\n");
    List<String> notes = new ArrayList<>();
    for (Bug bug : Bugs.ALL) {
      page.append(
          "| [%s](%s): %s | %s |".formatted(bug.report(), bug.url(), bug.title(), bug.memory()));
      for (Map.Entry<Tool, Map<Class<?>, Answer>> tool : answers.entrySet()) {
        page.append(" ").append(cell(tool, bug, notes)).append(" |");
      }
      page.append("\n");
    }
    page.append("| **found, of ").append(Bugs.ALL.size()).append("** | |");
    for (Map<Class<?>, Answer> own : answers.values()) {
      long found = count(own, Bug::buggy, bug -> true);
      long onSc = count(own, Bug::buggy, bug -> bug.memory() == MemoryModel.SC);
      long alarms = count(own, Bug::mended, bug -> true);
      page.append(" **%d** (SC: %d, other: %d); ".formatted(found, onSc, found - onSc));
      page.append("false alarms: %d |".formatted(alarms));
    }
    page.append("\n\n");
    missing.forEach(line -> page.append(line).append("\n\n"));
    page.append("## In their own words\n\n");
    notes.forEach(note -> page.append("- ").append(note).append("\n"));
    Files.writeString(ROOT.resolve("spec/doc/rivals.md"), page.toString(), StandardCharsets.UTF_8);
  }

  private static long count(
      Map<Class<?>, Answer> own, Function<Bug, Class<?>> test, Predicate<Bug> which) {
    return Bugs.ALL.stream()
        .filter(which)
        .map(bug -> own.get(test.apply(bug)))
        .filter(answer -> answer != null && answer.says() == Answer.Says.MISTAKE)
        .count();
  }

  private static String cell(
      Map.Entry<Tool, Map<Class<?>, Answer>> tool, Bug bug, List<String> notes) {
    Answer buggy = tool.getValue().get(bug.buggy());
    Answer mended = tool.getValue().get(bug.mended());
    if (buggy != null && !buggy.why().isEmpty()) {
      notes.add("%s of %s: `%s`".formatted(tool.getKey().name(), bug, shortened(buggy.why())));
    }
    if (mended != null && mended.says() != Answer.Says.NONE && !mended.why().isEmpty()) {
      notes.add(
          "%s of %s, mended: `%s`".formatted(tool.getKey().name(), bug, shortened(mended.why())));
    }
    return said(tool.getKey(), buggy, "**found**", "not found")
        + "; mended "
        + said(tool.getKey(), mended, "**false alarm**", "clean");
  }

  private static String shortened(String why) {
    String line =
        why.replace('`', '\'')
            .replaceFirst("^org\\.jetbrains\\S+ / ", "")
            .replaceFirst(" / (at|The following) .*", "");
    return line.length() <= 160 ? line : line.substring(0, 160) + "...";
  }

  private static String said(Tool tool, @Nullable Answer answer, String mistake, String none) {
    if (answer == null) {
      return "not asked";
    }
    String seconds = " %.1f s".formatted(tool.seconds(answer));
    return switch (answer.says()) {
      case MISTAKE -> mistake + seconds;
      case NONE -> none + seconds;
      case TIME_OVER -> none + " in time" + seconds;
      case REFUSES -> "cannot take it in";
    };
  }

  private static String template() throws IOException {
    String versions =
        "JDK %s (Fray: 25), %s, %d cores"
            .formatted(
                Runtime.version(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    return """
    # The same bugs under four tools

    Written by `./mvnw -B -Privals -pl properties/bugs -am verify` with `JDK25_HOME` set.
    Each tool was asked once about each test of `properties/bugs`, as it was and mended, in a JVM of its own
    (what has been asked is kept in `target`, so a run can go on). The seconds are of processor time of that JVM,
    with its start, and %1$d at most: the machine had other work meanwhile, and the tools ran at the same time. Of
    jcstress, which forks more JVMs, they are by the clock, and %2$d at most.

    | tool | version | asked how |
    |---|---|---|
    | sabring | this | release/acquire memory, its default; all schedules |
    | Lincheck | %3$s | `Lincheck.runConcurrentTest(driver)`: model checking, 10 000 invocations, its default |
    | Fray | %4$s | `launchFrayTest(driver)`: POS, 10 000 iterations or 120 seconds by the clock, its default; a JDK that its jlink plugin made |
    | jcstress | %5$s | `-m quick`; stopped at the first failure |

    A driver is the test as a program with threads; for Lincheck and Fray one is made of the annotations of
    each test. On %6$s: %7$s.

    *Shows on* is the strongest memory that has the bug: SC, TSO (x86) or RA (ARM, and what the language allows).
    Lincheck and Fray run programs on sequentially consistent memory and do not claim to find what others show;
    jcstress sees what this machine does, and takes a processor for each actor. What goes round for ever Fray stops
    only if it is given a number of steps, which by default it is not; its user sees a test that never ends. The
    tests are this project's own, written for no tool; they are small, which suits tools that enumerate. Of a tool
    that samples, another run may say something else. *In time* means that the time was over.

    """
        .formatted(
            LIMIT,
            2 * LIMIT,
            version("lincheck-"),
            version("fray-core-"),
            version("jcstress-core-"),
            LocalDate.now(ZoneOffset.UTC),
            versions);
  }

  private static String version(String jar) {
    return Path.of(FrayJdk.jar(jar)).getFileName().toString().replace(jar, "").replace(".jar", "");
  }
}

package org.sabring.tla.distributed;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.spec.check.Workers;

/**
 * A run of TLC's own server on one model, whose states its workers explore. The states that were
 * seen are kept by the server alone: with {@code expectedFPSetCount} workers would keep them, and a
 * worker that dies would take them along.
 */
public final class DistributedRun {

  private static final String SERVER = "tlc2.tool.distributed.TLCServer";
  private static final int REPORT_MILLIS = 1_000;
  private static final Pattern PROGRESS = Pattern.compile("Progress\\(\\d+\\) at [^,]*?: (.*)");

  /** What stands for the end among lines. */
  private static final String END = "\n";

  private final Workers workers;
  private final Consumer<String> listener;
  private final Roster roster;

  /**
   * @param listener is told how far it is
   */
  public DistributedRun(Workers workers, Consumer<String> listener) {
    this.workers = workers;
    this.listener = listener;
    this.roster = new Roster(workers.hosts().size());
  }

  /**
   * Runs it to its end, or until nobody comes to work for it.
   *
   * @param folder with the modules and {@code model.cfg}
   * @param output the file for what TLC prints
   * @return why it was given up; empty if it came to its end
   * @throws InterruptedException if the caller gave up; the server is gone then
   */
  public Optional<String> run(Path folder, String module, Path output)
      throws InterruptedException, IOException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ChildJvm server = new ChildJvm(folder, options(), main(folder, module));
        PrintWriter printed =
            new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8), true)) {
      Thread reader = new Thread(() -> read(server, lines), "lines of TLC's server");
      reader.setDaemon(true);
      reader.start();
      return follow(lines, printed);
    }
  }

  private static void read(ChildJvm server, BlockingQueue<String> lines) {
    try {
      server.forEachLine(lines::add);
    } catch (UncheckedIOException e) {
      // Its end as well; what it has not said is missed by who reads the output.
    }
    lines.add(END);
  }

  private Optional<String> follow(BlockingQueue<String> lines, PrintWriter printed)
      throws InterruptedException {
    long since = System.nanoTime();
    for (; ; ) {
      long left = workers.patience().toNanos() - (System.nanoTime() - since);
      String line = roster.isWaiting() ? lines.poll(left, TimeUnit.NANOSECONDS) : lines.take();
      if (line == null) {
        return Optional.of(roster.missing() + " within " + workers.patience().toSeconds() + " s");
      }
      if (line.equals(END)) {
        return Optional.empty();
      }
      printed.println(line);
      Matcher progress = PROGRESS.matcher(line);
      if (roster.hear(line)) {
        since = System.nanoTime();
        listener.accept(roster.size() + " workers");
      } else if (progress.matches()) {
        listener.accept(roster.size() + " workers: " + progress.group(1));
      }
    }
  }

  /** How many workers were lost on the way. */
  public int lost() {
    return roster.lost();
  }

  private List<String> options() {
    return List.of(
        "-Djava.rmi.server.hostname=" + workers.server(),
        "-D" + SERVER + ".port=" + workers.port(),
        "-D" + SERVER + ".report=" + REPORT_MILLIS);
  }

  /** As for one machine; TLC has no deadlocks to look for, see {@code Model}. */
  private static List<String> main(Path folder, String module) {
    String states = folder.resolve("tmp").toString();
    return List.of(
        SERVER,
        "-tool",
        "-deadlock",
        "-checkpoint",
        "0",
        "-metadir",
        states,
        "-config",
        "model.cfg",
        module);
  }
}

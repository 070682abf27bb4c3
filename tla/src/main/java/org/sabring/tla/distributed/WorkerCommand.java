package org.sabring.tla.distributed;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.cli.ExtensionCommand;
import org.sabring.spec.cli.HostPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code sabring worker}: TLC's own worker, for one model after the other. */
@Command(
    name = "worker",
    description =
        "Explores states for a 'sabring verify --workers' on another machine, model after model.",
    mixinStandardHelpOptions = true)
public final class WorkerCommand implements ExtensionCommand {

  private static final int LOOK_MILLIS = 200;
  private static final int CONNECT_MILLIS = 2_000;

  /** How long a server may take to be gone after its last word to its workers. */
  private static final int LEAVE_SECONDS = 10;

  private static final int MOST_FAILURES = 3;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--server",
      required = true,
      paramLabel = "HOST:PORT",
      converter = HostPort.Converter.class,
      description = "Who hands out the work.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private HostPort server;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "By which name or address the server reaches this machine; by default the one that faces"
              + " it.")
  private @Nullable String host;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many states at once; by default one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "Ends if there is no server for so long; ${DEFAULT-VALUE} by default.")
  private int patience = 300;

  @Override
  public Integer call() throws InterruptedException, IOException {
    least("--threads", threads);
    least("--patience", patience);
    String own = own();
    Path folder = Files.createTempDirectory("sabring-worker");
    try {
      return serve(own, folder);
    } finally {
      delete(folder);
    }
  }

  private String own() {
    try {
      return host == null ? HostPort.facing(server.host()) : host;
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private void least(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + "=" + value + ", expected at least 1");
    }
  }

  private int serve(String own, Path folder) throws InterruptedException, IOException {
    int models = 0;
    int failures = 0;
    while (failures < MOST_FAILURES && comes(this::isThere, patience)) {
      if (work(own, folder)) {
        models++;
        failures = 0;
      } else {
        failures++;
      }
      comes(() -> !isThere(), LEAVE_SECONDS);
    }
    String at = server.host() + ":" + server.port();
    boolean failed = failures == MOST_FAILURES;
    say(failed ? "gave up: see above" : "no server at " + at + " for " + patience + " s");
    return failed || models == 0 ? Status.UNKNOWN.exitCode() : 0;
  }

  /** Runs TLC's worker to its end; whether it has begun to work. */
  private boolean work(String own, Path folder) throws IOException {
    boolean[] ready = {false};
    try (ChildJvm worker = new ChildJvm(folder, options(own), main())) {
      worker.forEachLine(
          line -> {
            ready[0] |= line.startsWith("TLC worker with ");
            if (!line.startsWith("Parsing file ") && !line.startsWith("Semantic processing ")) {
              say(line);
            }
          });
    }
    return ready[0];
  }

  private List<String> main() {
    return List.of("tlc2.tool.distributed.TLCWorker", server.host());
  }

  /** The two opens let TLC's worker say its port, by which those of one machine are told apart. */
  private List<String> options(String own) {
    return List.of(
        "--add-opens=java.rmi/sun.rmi.server=ALL-UNNAMED",
        "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
        "-Dtlc2.tool.distributed.TLCServer.port=" + server.port(),
        "-Dtlc2.tool.distributed.TLCWorker.threadCount=" + threads,
        "-Djava.rmi.server.hostname=" + own);
  }

  private boolean isThere() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean comes(BooleanSupplier condition, int seconds) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(seconds)) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Printable.clean(line));
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

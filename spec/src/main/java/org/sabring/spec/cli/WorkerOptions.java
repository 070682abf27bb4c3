package org.sabring.spec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Workers;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code sabring verify} that name other machines. */
final class WorkerOptions {

  /** TLC's own. */
  private static final int PORT = 10_997;

  private static final int PATIENCE = 300;

  @Option(
      names = "--workers",
      split = ",",
      arity = "1..*",
      required = true,
      paramLabel = "HOST",
      description =
          "With --layer model --full: explores what is too much for one machine, on these. Prints"
              + " the command that each of them has to run.")
  private List<String> hosts = List.of();

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      converter = HostPort.Converter.class,
      description =
          "Where the workers find this machine; by default the address that faces the first of"
              + " them, and port "
              + PORT
              + ".")
  private @Nullable HostPort server;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long to wait for the workers; " + PATIENCE + " by default.")
  private int patience = PATIENCE;

  /**
   * What they say.
   *
   * @throws TypeConversionException if a host is not known, or the port is taken
   */
  Workers workers() {
    for (String host : hosts) {
      HostPort.known(host);
    }
    if (patience < 1) {
      throw new TypeConversionException("--patience=" + patience + ", expected at least 1");
    }
    String host = server == null ? HostPort.facing(hosts.get(0)) : server.host();
    int port = server == null ? PORT : server.port();
    try (ServerSocket free = new ServerSocket(port)) {
      return new Workers(hosts, host, free.getLocalPort(), Duration.ofSeconds(patience));
    } catch (IOException e) {
      throw new TypeConversionException(
          "port " + port + " is in use (" + e.getMessage() + "); --server HOST:PORT names another");
    }
  }

  /** Says what is to be started where. */
  static void print(Workers workers, PrintWriter out) {
    for (String host : workers.hosts()) {
      out.printf(
          "on %s:  ./sabring worker --server %s:%d --host %s%n",
          host, workers.server(), workers.port(), host);
    }
    out.flush();
  }
}

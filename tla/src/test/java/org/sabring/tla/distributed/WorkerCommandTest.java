package org.sabring.tla.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WorkerCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new WorkerCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--server 127.0.0.1",
        "--server 127.0.0.1:",
        "--server :10997",
        "--server 127.0.0.1:0",
        "--server 127.0.0.1:70000",
        "--server no.such.host.invalid:10997",
        "--server 127.0.0.1:10997 --threads 0",
        "--server 127.0.0.1:10997 --patience 0"
      })
  void badInputIsBadUsage(String words) {
    assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("--server", "Usage: worker");
  }

  @Test
  void whoFindsNoServerKnowsNothing() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(run("--server=127.0.0.1:" + port, "--patience=1")).isEqualTo(3);
    assertThat(out.toString().strip()).isEqualTo("no server at 127.0.0.1:" + port + " for 1 s");
  }
}

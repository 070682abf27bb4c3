package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Workers;
import org.sabring.spec.report.FakeLayer;

/** The options of {@code sabring verify} that name other machines. */
class WorkerOptionsTest {

  private static final Layer RACE = FakeLayer.of("race", check("alone", Status.PASS));

  private final List<Workers> asked = new ArrayList<>();
  private final Path root;
  private int port;

  WorkerOptionsTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void findPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  private Cli verify(String... options) {
    List<String> args = new ArrayList<>(List.of("verify"));
    for (String option : options) {
      args.add(option.replace("PORT", String.valueOf(port)));
    }
    return Cli.run(root, List.of(new HandsOut(), RACE), args.toArray(String[]::new));
  }

  @Test
  void theLayerHasTheWorkersAndTheUserTheirCommands() {
    Cli cli =
        verify(
            "--layer=model",
            "--full",
            "--workers",
            "127.0.0.1,127.0.0.2",
            "127.0.0.3",
            "--server=127.0.0.4:PORT",
            "--patience=7");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    List<String> hosts = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3");
    assertThat(asked).containsExactly(new Workers(hosts, "127.0.0.4", port, Duration.ofSeconds(7)));
    String server = "./sabring worker --server 127.0.0.4:" + port;
    assertThat(cli.out().lines().limit(3))
        .containsExactly(
            "on 127.0.0.1:  " + server + " --host 127.0.0.1",
            "on 127.0.0.2:  " + server + " --host 127.0.0.2",
            "on 127.0.0.3:  " + server + " --host 127.0.0.3");
    assertThat(cli.out()).contains("on workers").doesNotContain("on one machine");
  }

  @Test
  void theAddressFacesTheWorkers() {
    assertThat(HostPort.facing("127.0.0.1")).isEqualTo("127.0.0.1");
  }

  @Test
  void withoutWorkersTheLayerRunsHere() {
    assertThat(verify("--layer=model", "--full").out()).contains("on one machine");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --full --workers 127.0.0.1                                       | --workers needs --layer model
          --full --workers 127.0.0.1 --layer race                          | --workers needs --layer model
          --full --workers 127.0.0.1 --layer model,race                    | --workers needs --layer model
          --workers 127.0.0.1 --layer model                                | --workers needs --full
          --quick --workers 127.0.0.1 --layer model                        | --workers needs --full
          --full --layer model --server 127.0.0.1:PORT                     | --workers=HOST
          --full --layer model --patience 3                                | --workers=HOST
          --full --layer model --workers                                   | --workers
          --full --layer model --workers no.such.host.invalid              | no host 'no.such.host.invalid'
          --full --layer model --workers 127.0.0.1 --server here           | 'here' is not HOST:PORT
          --full --layer model --workers 127.0.0.1 --server 127.0.0.1:99999 | is not HOST:PORT
          --full --layer model --workers 127.0.0.1 --patience 0            | --patience=0, expected at least 1
          """)
  void badInputIsBadUsageAndNothingRuns(String words, String says) {
    Cli cli = verify(words.split(" "));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains(says);
    assertThat(cli.out()).isEmpty();
    assertThat(root.resolve("target")).doesNotExist();
  }

  @Test
  void aPortInUseIsBadUsage() throws IOException {
    try (ServerSocket taken = new ServerSocket(port)) {
      Cli cli = verify("--layer=model", "--full", "--workers=127.0.0.1", "--server=127.0.0.1:PORT");
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.err()).contains("port " + taken.getLocalPort() + " is in use");
    }
  }

  /** A layer that can hand out its work. */
  private final class HandsOut implements Layer {
    private final Layer here = FakeLayer.of("model", check("on one machine", Status.PASS));
    private final Layer there = FakeLayer.of("model", check("on workers", Status.PASS));

    @Override
    public String name() {
      return "model";
    }

    @Override
    public String promise() {
      return "";
    }

    @Override
    public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
      return here.run(bounds, progress);
    }

    @Override
    public Optional<Layer> on(Workers workers) {
      return Optional.of(
          new MutantLayer(
              this,
              (bounds, progress) -> {
                asked.add(workers);
                return there.run(bounds, progress);
              }));
    }
  }
}

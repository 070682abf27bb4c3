package org.sabring.spec.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Figures;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.vectors.VectorWriter;
import org.sabring.spec.vectors.VectorWriter.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code sabring vectors}: writes schedules as test vectors for other rings. */
@Command(
    name = "vectors",
    description =
        "Writes schedules that cover every step of the reference profile, with the memory after"
            + " each, as JSON Lines.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VectorsCommand implements Callable<Integer> {

  /** Beyond these a file would have gigabytes. */
  private static final int MOST_SLOTS = 6;

  private static final int MOST_ITEMS = 13;

  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--capacity",
      description = "Slots of the ring, 2 to 6. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int capacity;

  @Option(
      names = "--items",
      description = "Elements to put, 0 to 13. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int items;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write. Default: standard output.")
  private @Nullable Path output;

  VectorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check("--capacity", capacity, 2, MOST_SLOTS);
    check("--items", items, 0, MOST_ITEMS);
    Protocol protocol = new Protocol(capacity, items, capacity + 2, Profile.REFERENCE, true, true);
    try {
      tell(output == null ? VectorWriter.write(protocol, console.out()) : write(protocol, output));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "cannot write " + output + ": " + e, e);
    }
    console.out().flush();
    return 0;
  }

  private static Written write(Protocol protocol, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      return VectorWriter.write(protocol, writer);
    }
  }

  private void tell(Written written) {
    console
        .err()
        .println(
            "%s states, %s edges: covered by %s schedules of %s steps together"
                .formatted(
                    Figures.text(written.states()),
                    Figures.text(written.edges()),
                    Figures.text(written.schedules()),
                    Figures.text(written.steps())));
    console.err().flush();
  }

  private void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s=%d, expected %d..%d".formatted(option, value, least, most));
    }
  }
}

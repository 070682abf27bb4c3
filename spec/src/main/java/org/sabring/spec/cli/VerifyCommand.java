package org.sabring.spec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Workers;
import org.sabring.spec.report.Reporter;
import org.sabring.spec.report.Verdict;
import org.sabring.spec.report.VerdictFiles;
import org.sabring.spec.report.VerdictJson;
import org.sabring.spec.report.Verification;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code sabring verify}: runs the layers on the ring in this repository. */
@Command(
    name = "verify",
    description = "Runs the layers on the ring here, and writes the verdict.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Layers> installed;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--layer",
      split = ",",
      paramLabel = "NAME",
      description = "Runs this layer only; may be repeated. All layers by default.")
  private List<String> names = List.of();

  @Option(
      names = "--mutant",
      paramLabel = "NAME",
      description =
          "Plants this mistake of the catalogue first, and runs the layers that can plant it:"
              + " to see how it is found.")
  private @Nullable String mutantName;

  @ArgGroup private @Nullable Depth depth;

  @ArgGroup(exclusive = false)
  private @Nullable WorkerOptions away;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where index.html, verdict.json and junit.xml go; target/verdict by default.")
  private @Nullable Path out;

  @Option(
      names = "--json",
      description = "Prints the verdict as JSON, and everything else on standard error.")
  private boolean json;

  /** At most one of the two. */
  private static final class Depth {
    @Option(names = "--quick", description = "For every commit: some minutes.")
    private boolean quick;

    @Option(names = "--full", description = "As far as is sensible; may take hours.")
    private boolean full;

    Bounds bounds() {
      return quick ? Bounds.QUICK : full ? Bounds.FULL : Bounds.DEFAULT;
    }
  }

  VerifyCommand(Console console, Supplier<Layers> installed) {
    this.console = console;
    this.installed = installed;
  }

  @Override
  public Integer call() throws IOException {
    Layers layers = installed.get();
    Set<String> asked = asked(layers);
    Mutant mutant = mutantName == null ? null : mutant(mutantName);
    if (mutant != null) {
      Set<String> able = new LinkedHashSet<>();
      layers = layers.planted(mutant, able);
      asked = plantedIn(mutant, able, asked);
    }
    Workers workers = workers();
    if (workers != null) {
      Set<String> able = new LinkedHashSet<>();
      layers = layers.on(workers, able);
      if (mutant != null || names.isEmpty() || !able.containsAll(asked)) {
        throw bad("--workers needs --layer " + String.join(",", able) + ", and no --mutant");
      }
    }
    Path directory = directory();
    if (workers != null) {
      WorkerOptions.print(workers, console.people(json));
    }
    Interruptible run = new Interruptible();
    try {
      return verify(layers, asked, mutant, directory);
    } finally {
      run.end();
    }
  }

  private int verify(Layers layers, Set<String> asked, @Nullable Mutant mutant, Path directory)
      throws IOException {
    Bounds bounds = bounds();
    String subject = "the ring of sabring " + Version.text();
    if (mutant != null) {
      subject += " with the mistake " + mutant.name() + " planted in it: " + mutant.mistake();
    }
    Verdict verdict = Verification.run(subject, layers.all(), asked, bounds, reporter());
    Path page = VerdictFiles.write(verdict, directory);
    new Summary(console.people(json)).print(verdict, page);
    if (json) {
      console.out().println(VerdictJson.render(verdict));
    }
    return verdict.status().exitCode();
  }

  private Set<String> asked(Layers layers) {
    if (names.isEmpty()) {
      return layers.names();
    }
    Set<String> asked = new LinkedHashSet<>();
    for (String name : names) {
      if (!layers.names().contains(name.strip())) {
        throw bad("no layer '" + name + "'; there are " + String.join(", ", layers.names()));
      }
      asked.add(name.strip());
    }
    return asked;
  }

  private Mutant mutant(String name) {
    String all = Mutants.all().stream().map(Mutant::name).collect(Collectors.joining(", "));
    return Mutants.named(name).orElseThrow(() -> bad("no mutant '" + name + "'; there are " + all));
  }

  /** A layer that looks at something else must not vouch for what has the mistake in it. */
  private Set<String> plantedIn(Mutant mutant, Set<String> able, Set<String> asked) {
    Set<String> planted = new LinkedHashSet<>(asked);
    planted.retainAll(able);
    if (planted.isEmpty() || (!names.isEmpty() && !able.containsAll(asked))) {
      String those = able.isEmpty() ? "none" : String.join(", ", able);
      throw bad(
          "not every layer asked for can plant %s; those that can: %s"
              .formatted(mutant.name(), those));
    }
    return planted;
  }

  private Bounds bounds() {
    return depth == null ? Bounds.DEFAULT : depth.bounds();
  }

  private @Nullable Workers workers() {
    if (away == null) {
      return null;
    }
    if (bounds() != Bounds.FULL) {
      throw bad("--workers needs --full");
    }
    try {
      return away.workers();
    } catch (TypeConversionException e) {
      throw bad(Objects.requireNonNull(e.getMessage()));
    }
  }

  private Path directory() {
    Path directory = out == null ? console.root().resolve("target").resolve("verdict") : out;
    try {
      VerdictFiles.prepare(directory);
    } catch (IOException e) {
      throw bad("cannot write to " + directory + " (" + Verification.describe(e) + ")");
    }
    return directory;
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Reporter reporter() {
    PrintWriter people = console.people(json);
    return console.columns() > 0 && !json
        ? new BarReporter(console, people)
        : new LineReporter(console, people);
  }
}

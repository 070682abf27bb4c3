package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code sabring check}: judges traces and histories. */
@Command(
    name = "check",
    description = "Judges traces and histories recorded from any program in any language.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A trace file; - is standard input. Files of one run are one recording.")
  private List<Path> files = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Judges steps as seed, reference or any, whatever the file says.")
  private @Nullable Profile profile;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** Every file is judged, also after one that cannot be; exit code 2 if there was such a file. */
  @Override
  public Integer call() {
    List<Judged> judged = Recordings.judge(files, profile);
    if (json) {
      console.out().println(JudgedJson.render(judged));
    } else {
      print(console.out(), judged.stream().filter(file -> file.error() == null));
    }
    print(console.err(), judged.stream().filter(file -> file.error() != null));
    boolean malformed = judged.stream().anyMatch(file -> file.error() != null);
    Status status = Status.all(judged.stream().map(Judged::status).toList());
    return malformed ? ExitCode.USAGE : status.exitCode();
  }

  private static void print(PrintWriter out, Stream<Judged> files) {
    files.forEach(new JudgedText(out)::print);
  }
}

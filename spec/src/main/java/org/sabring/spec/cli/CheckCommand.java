package org.sabring.spec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Profile;
import org.sabring.spec.report.VerdictFiles;
import org.sabring.spec.report.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code sabring check}: judges traces and histories. */
@Command(
    name = "check",
    description = "Judges traces and histories recorded from any program in any language.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

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

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = "Writes a page, on which the last steps of a finding are stepped through.")
  private @Nullable Path html;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** Every file is judged, also after one that cannot be; exit code 2 if there was such a file. */
  @Override
  public Integer call() {
    if (html != null) {
      JudgedPage.obstacle(html).ifPresent(this::cannotWrite);
    }
    List<Judged> judged = Recordings.judge(files, profile);
    if (json) {
      console.out().println(JudgedJson.render(judged));
    } else {
      print(console.out(), judged.stream().filter(file -> file.error() == null));
    }
    print(console.err(), judged.stream().filter(file -> file.error() != null));
    if (html != null) {
      write(JudgedPage.render(judged), html);
    }
    boolean malformed = judged.stream().anyMatch(file -> file.error() != null);
    Status status = Status.all(judged.stream().map(Judged::status).toList());
    return malformed ? ExitCode.USAGE : status.exitCode();
  }

  /** After all has been printed, so that no judgement is lost with the page. */
  private void write(String page, Path file) {
    try {
      VerdictFiles.replace(Files.exists(file) ? file.toRealPath() : file, page);
    } catch (IOException e) {
      cannotWrite(Verification.describe(e));
    }
  }

  private void cannotWrite(String why) {
    throw new ParameterException(
        spec.commandLine(), "--html: cannot write " + html + " (" + why + ")");
  }

  private static void print(PrintWriter out, Stream<Judged> files) {
    files.forEach(new JudgedText(out)::print);
  }
}

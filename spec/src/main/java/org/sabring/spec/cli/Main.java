package org.sabring.spec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.report.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program {@code sabring}.
 *
 * <p>Exit codes: 0 all PASS; 1 a violation; 2 bad usage or input; 3 nothing violated, something
 * UNKNOWN. If the program itself breaks, nothing is known: that is 3 as well, with one line that
 * names the exception, and with its stack trace if {@code SABRING_DEBUG} is 1. So is it if standard
 * output cannot be written, unless the code is 1 or 2 anyway: nobody has read that all PASS.
 */
@Command(
    name = "sabring",
    description = "The law of a bounded FIFO between two threads, and who keeps it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all PASS",
      "1:a violation",
      "2:bad usage or input",
      "3:nothing violated, something UNKNOWN"
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console =
        new Console(
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            Integer.getInteger("sabring.columns", 0),
            "1".equals(System.getenv("SABRING_DEBUG")),
            Path.of(System.getProperty("sabring.root", "")).toAbsolutePath());
    System.exit(execute(console, Layers::installed, args));
  }

  /** JSON is UTF-8 whatever the locale says, and so is everything else. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit code; throws nothing. */
  static int execute(Console console, Supplier<Layers> layers, String... args) {
    CommandLine commandLine =
        new CommandLine(new Main())
            .addSubcommand(new VerifyCommand(console, layers))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new VectorsCommand(console));
    ServiceLoader.load(ExtensionCommand.class).forEach(commandLine::addSubcommand);
    commandLine
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, arguments) -> usage(console, e))
        .setExecutionExceptionHandler((e, command, parsed) -> broke(console, e));
    int code;
    try {
      code = commandLine.execute(args);
    } catch (Error e) {
      code = broke(console, e);
    }
    code = console.isWritten() || code != 0 ? code : Status.UNKNOWN.exitCode();
    console.err().flush();
    return code;
  }

  private static int usage(Console console, ParameterException e) {
    PrintWriter err = console.err();
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println(Printable.clean(command + ": " + e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int broke(Console console, Throwable e) {
    console.trouble(e, "sabring broke: " + Verification.describe(e));
    return Status.UNKNOWN.exitCode();
  }
}

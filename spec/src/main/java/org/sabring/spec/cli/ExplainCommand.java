package org.sabring.spec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sabring explain}: what a rule says and why it is there. */
@Command(
    name = "explain",
    description = "Says what a rule promises, why, and who watches it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The number of a rule, for example RB101.")
  private String id = "";

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Rule rule = rule();
    if (json) {
      console.out().println(Json.write(document(rule)));
    } else {
      print(rule);
    }
    return 0;
  }

  private Rule rule() {
    String name = id.toUpperCase(Locale.ROOT);
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ParameterException(spec.commandLine(), unknown()));
  }

  private String unknown() {
    String rules =
        Arrays.stream(Rule.values())
            .map(rule -> "  " + rule + "  " + rule.sentence())
            .collect(Collectors.joining("\n"));
    return "'" + id + "' is no rule, and mutants cannot be explained yet. The rules are:\n" + rules;
  }

  private void print(Rule rule) {
    console.out().println(rule + "  " + rule.sentence());
    console.out().println();
    new TextTable()
        .row("why", rule.intent())
        .row("TLA+ property", rule.property())
        .row("watched by", String.join(", ", rule.layers()))
        .lines()
        .forEach(console.out()::println);
  }

  private static ObjectNode document(Rule rule) {
    ObjectNode document = Json.document("sabring-rule");
    document.put("id", rule.name());
    document.put("sentence", rule.sentence());
    document.put("intent", rule.intent());
    document.put("property", rule.property());
    document.set("layers", Json.strings(rule.layers()));
    return document;
  }
}

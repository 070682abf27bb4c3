package org.sabring.spec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.Json;
import org.sabring.spec.report.Places;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code sabring explain}: prints what a rule says and why it is there, or what a
 * mutant does wrong.
 */
@Command(
    name = "explain",
    description =
        "Says what a rule promises and why; or what a mutant does wrong, and who sees it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE|MUTANT",
      description = "The number of a rule, for example RB101, or the name of a mutant.")
  private String id = "";

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = id.toUpperCase(Locale.ROOT);
    Optional<Rule> rule = Arrays.stream(Rule.values()).filter(r -> r.name().equals(name)).findAny();
    if (rule.isPresent()) {
      explain(rule.get());
    } else {
      explain(Mutants.named(id).orElseThrow(this::unknown));
    }
    return 0;
  }

  private ParameterException unknown() {
    String rules =
        Arrays.stream(Rule.values())
            .map(rule -> "  " + rule + "  " + rule.sentence())
            .collect(Collectors.joining("\n"));
    String mutants =
        Mutants.all().stream()
            .map(mutant -> "  " + mutant.name() + ": " + mutant.mistake())
            .collect(Collectors.joining("\n"));
    String message =
        "'%s' is neither a rule nor a mutant. The rules are:%n%s%nThe mutants are:%n%s"
            .formatted(id, rules, mutants);
    return new ParameterException(spec.commandLine(), message);
  }

  private void explain(Mutant mutant) {
    MutantText text = new MutantText(mutant);
    if (json) {
      console.out().println(Json.write(text.document()));
      return;
    }
    text.lines().forEach(console.out()::println);
    draw(text.replay());
  }

  /** Where the explorer is at hand, it draws what happens. */
  private void draw(List<String> command) {
    CommandLine parent = spec.commandLine().getParent();
    CommandLine explore = parent == null ? null : parent.getSubcommands().get("explore");
    if (!command.isEmpty() && explore != null) {
      console.out().println();
      explore.execute(command.subList(1, command.size()).toArray(String[]::new));
    }
  }

  private void explain(Rule rule) {
    if (json) {
      console.out().println(Json.write(document(rule)));
      return;
    }
    console.out().println(rule + "  " + rule.sentence());
    console.out().println();
    List<Places.Place> places = new Places(console.root()).of(rule);
    new TextTable()
        .row("why", rule.intent())
        .row("TLA+ property", rule.property())
        .row("watched by", String.join(", ", rule.layers()))
        .row("broken by", broken(rule))
        .row("stands in", places.stream().map(Places.Place::text).collect(Collectors.joining(", ")))
        .lines()
        .forEach(console.out()::println);
    for (Places.Place place : places) {
      console.out().println();
      console.out().println(place.text());
      place.code().lines().map("  "::concat).forEach(console.out()::println);
    }
  }

  private static String broken(Rule rule) {
    return Mutants.all().stream()
        .filter(mutant -> mutant.rules().contains(rule))
        .map(Mutant::name)
        .collect(Collectors.joining(", "));
  }

  private ObjectNode document(Rule rule) {
    ObjectNode document = Json.document("sabring-rule");
    document.put("id", rule.name());
    document.put("sentence", rule.sentence());
    document.put("intent", rule.intent());
    document.put("property", rule.property());
    document.set("layers", Json.strings(rule.layers()));
    ArrayNode places = document.putArray("places");
    for (Places.Place place : new Places(console.root()).of(rule)) {
      places.addObject().put("at", place.text()).put("code", place.code());
    }
    return document;
  }
}

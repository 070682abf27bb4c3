package org.sabring.spec.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * The verdict: the results of all layers, and what they say together of each rule and mutant.
 *
 * @param subject what was checked
 * @param bounds how far the layers went
 * @param machine where they ran
 * @param started when they began
 * @param seconds how long they took
 * @param layers every layer there is, whether it was asked for or not
 */
public record Verdict(
    String subject,
    Bounds bounds,
    Machine machine,
    Instant started,
    double seconds,
    List<LayerResult> layers) {

  /**
   * A failed check, with its layer.
   *
   * @param layer the name of the layer
   * @param check one of its checks
   */
  public record Failure(String layer, Check check) {}

  public Verdict {
    layers = List.copyOf(layers);
  }

  /**
   * The status of what was asked: of the layers asked for, and where that was all of them, of every
   * rule as well, so that a rule which nobody watched keeps the whole from being PASS.
   */
  public Status status() {
    Stream<Status> asked = layers.stream().filter(LayerResult::asked).map(LayerResult::status);
    boolean everything = layers.stream().allMatch(LayerResult::asked);
    Stream<Status> rules = everything ? rules().stream().map(RuleEvidence::status) : Stream.of();
    return Status.all(Stream.concat(asked, rules).toList());
  }

  /** The status as a sentence. */
  public String headline() {
    return switch (status()) {
      case PASS -> "Everything that was asked holds, within the bounds below.";
      case FAIL -> "A promise is broken.";
      case UNKNOWN -> "Nothing is known to be broken, but not everything was checked.";
    };
  }

  /** When it began, to the minute. */
  public String startedText() {
    return started.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", "")
        + " UTC";
  }

  /** How long it took, as people say it. */
  public String tookText() {
    return Figures.duration(seconds);
  }

  /** How many rules there are of each status, and which are broken: {@code 1 FAIL (RB301), …}. */
  public String ruleCounts() {
    List<RuleEvidence> rules = rules();
    return Stream.of(Status.FAIL, Status.PASS, Status.UNKNOWN)
        .map(status -> rules.stream().filter(r -> r.status() == status).count() + " " + status)
        .filter(count -> !count.startsWith("0 "))
        .map(count -> count.endsWith("FAIL") ? count + " (" + broken(rules) + ")" : count)
        .collect(Collectors.joining(", "));
  }

  private static String broken(List<RuleEvidence> rules) {
    return rules.stream()
        .filter(rule -> rule.status() == Status.FAIL)
        .map(rule -> rule.rule().name())
        .collect(Collectors.joining(", "));
  }

  /** The rules with who watched them. */
  public List<RuleEvidence> rules() {
    return Arrays.stream(Rule.values()).map(rule -> RuleEvidence.of(rule, layers, bounds)).toList();
  }

  /** The matrix of mutants: what each layer says of each, and what was measured. */
  public List<MutantEvidence> mutants() {
    return MutantEvidence.all(layers);
  }

  /** The columns of that matrix. */
  public List<String> mutantColumns() {
    return Arrays.stream(Column.values()).map(Column::label).toList();
  }

  /** The checks that failed. */
  public List<Failure> failures() {
    return layers.stream()
        .flatMap(
            layer ->
                layer.evidence().checks().stream()
                    .filter(check -> check.status() == Status.FAIL)
                    .map(check -> new Failure(layer.name(), check)))
        .toList();
  }
}

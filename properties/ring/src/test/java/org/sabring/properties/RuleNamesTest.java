package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.law.Rule;

/** A rule's number, wherever the sources name one, is a rule of the catalogue. */
class RuleNamesTest {

  /** The name of a method after a rule, and of a class of the race layer. */
  private static final Pattern NAMED = Pattern.compile("\\b(?:required_)?((?:RB\\d+_)+)\\w+");

  private static final Pattern NUMBER = Pattern.compile("RB\\d+");

  @Test
  void everyRuleInANameExists() throws Exception {
    Set<String> named = new TreeSet<>();
    Repository.javaSources().forEach(file -> named.addAll(rulesIn(Repository.read(file))));
    assertThat(named).isNotEmpty().isSubsetOf(catalogue());
  }

  /** Whoever looks for a rule of streams finds it in the law, in the code and in a test. */
  @ParameterizedTest
  @ValueSource(
      strings = {"tla/stream", "impl/src/main", "impl/src/test", "properties/ring/src/main"})
  void everyRuleOfStreamsIsFoundByItsNumber(String folder) throws Exception {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Repository.path(folder))) {
      files.filter(Files::isRegularFile).forEach(file -> found.addAll(numbersIn(file)));
    }
    assertThat(found).containsAll(streamRules()).isSubsetOf(catalogue());
  }

  @Test
  void control_aRuleThatIsNowhereIsMissed() {
    assertThat(streamRules()).hasSize(13);
    assertThat(numbersIn(Repository.path("tla/stream/SabStream.tla"))).doesNotContain("RB603");
  }

  private static List<String> numbersIn(Path file) {
    return NUMBER.matcher(Repository.read(file)).results().map(MatchResult::group).toList();
  }

  private static Set<String> streamRules() {
    return catalogue().stream().filter(rule -> rule.startsWith("RB6")).collect(Collectors.toSet());
  }

  @Test
  void control_aRuleThatDoesNotExistIsSeen() {
    String name = "required_" + "RB101_" + "RB999_" + "somethingHolds";
    assertThat(rulesIn("void " + name + "() {")).isEqualTo(List.of("RB101", "RB999"));
    assertThat(catalogue()).doesNotContain("RB999");
  }

  private static List<String> rulesIn(String source) {
    return NAMED
        .matcher(source)
        .results()
        .map((MatchResult name) -> name.group(1))
        .flatMap(numbers -> NUMBER.matcher(numbers).results().map(MatchResult::group))
        .toList();
  }

  private static Set<String> catalogue() {
    return Stream.of(Rule.values()).map(Rule::name).collect(Collectors.toSet());
  }
}

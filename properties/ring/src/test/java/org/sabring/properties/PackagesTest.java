package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packages that can be read one after the other: those of a module depend on one another without
 * cycles, and none has more than {@value #MOST} files.
 */
class PackagesTest {

  private static final int MOST = 25;
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern CLASS =
      Pattern.compile("\\b(org\\.sabring(?:\\.[a-z]\\w*)+)\\.[A-Z]");

  @ParameterizedTest
  @ValueSource(strings = {"spec", "spec/recorder", "impl", "tla", "properties/bugs", "jcstress"})
  void thePackagesOfAModuleHaveAnOrder(String module) throws IOException {
    List<String> sources =
        filesOf(module).stream()
            .filter(file -> !file.endsWith(Path.of("package-info.java")))
            .map(Repository::read)
            .toList();
    assertThat(onCycles(arrowsOf(sources))).isEmpty();
  }

  @Test
  void control_aCycleIsSeen() {
    String a = "package org.sabring.a;\nimport org.sabring.b.B;\n";
    String b = "package org.sabring.b;\nimport static org.sabring.c.C.D.e;\n";
    String c = "package org.sabring.c;\n class C { org.sabring.b.B b; }\n";
    assertThat(onCycles(arrowsOf(List.of(a, b, c))))
        .containsExactly("org.sabring.b", "org.sabring.c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec",
        "spec/recorder",
        "impl",
        "tla",
        "properties/explorer",
        "properties/bugs",
        "properties/ring",
        "jcstress"
      })
  void noPackageHasMoreThanAFewFiles(String module) throws IOException {
    assertThat(larger(filesOf(module), MOST)).isEmpty();
  }

  @Test
  void control_aLargePackageIsSeen() throws IOException {
    List<Path> files = filesOf("spec");
    Path law = Repository.path("spec/src/main/java/org/sabring/spec/law");
    int size = Math.toIntExact(files.stream().filter(file -> law.equals(file.getParent())).count());
    assertThat(larger(files, size - 1)).contains(law);
    assertThat(larger(files, size)).doesNotContain(law);
  }

  private static List<Path> filesOf(String module) throws IOException {
    return Repository.javaSources().stream()
        .filter(file -> file.startsWith(Repository.path(module + "/src/main/java")))
        .toList();
  }

  /** The folders with more files than that. */
  private static Set<Path> larger(List<Path> files, int most) {
    Map<Path, Long> sizes =
        files.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    return sizes.entrySet().stream()
        .filter(folder -> folder.getValue() > most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Which packages the sources of each name. */
  private static Map<String, Set<String>> arrowsOf(List<String> sources) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (String source : sources) {
      Matcher own = PACKAGE.matcher(source);
      assertThat(own.find()).as(source).isTrue();
      Set<String> named = arrows.computeIfAbsent(own.group(1), name -> new TreeSet<>());
      CLASS.matcher(source).results().map(match -> match.group(1)).forEach(named::add);
      named.remove(own.group(1));
    }
    return arrows;
  }

  /** The packages from which a way leads back to them. */
  private static Set<String> onCycles(Map<String, Set<String>> arrows) {
    Set<String> back = new TreeSet<>();
    for (String start : arrows.keySet()) {
      Set<String> reached = new TreeSet<>();
      reach(start, arrows, reached);
      if (reached.contains(start)) {
        back.add(start);
      }
    }
    return back;
  }

  private static void reach(String from, Map<String, Set<String>> arrows, Set<String> reached) {
    for (String to : arrows.getOrDefault(from, Set.of())) {
      if (reached.add(to)) {
        reach(to, arrows, reached);
      }
    }
  }
}

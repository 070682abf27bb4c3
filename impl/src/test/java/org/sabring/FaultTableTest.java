package org.sabring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the table of faults in {@code spec/README.md} names a test that there is. */
class FaultTableTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)` \\|$");

  private static List<String> rows() throws Exception {
    Path readme = Path.of(System.getProperty("sabring.root"), "spec", "README.md");
    String text = Files.readString(readme);
    int begin = text.indexOf("<!-- faults: begin -->");
    String table = text.substring(begin, text.indexOf("<!-- faults: end -->"));
    return table.lines().filter(line -> line.startsWith("|")).skip(2).toList();
  }

  private static boolean namesATest(String row) {
    return TEST.matcher(row)
        .results()
        .anyMatch(
            test ->
                Stream.of("memory", "ring", "stream", "stream.compose", "stream.flow", "stream.sab")
                    .map(folder -> "org.sabring." + folder + "." + test.group(1))
                    .anyMatch(name -> isTest(name, test.group(2))));
  }

  private static boolean isTest(String type, String name) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods())
          .anyMatch(
              method ->
                  method.getName().equals(name)
                      && Arrays.stream(method.getAnnotations())
                          .anyMatch(a -> a.annotationType().getSimpleName().endsWith("Test")));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void everyFaultHasItsTest() throws Exception {
    assertThat(rows()).hasSizeGreaterThan(20).allMatch(FaultTableTest::namesATest);
  }

  @Test
  void control_aTestThatIsNotThereIsMissed() {
    assertThat(namesATest("| a | b | `FaultsTest.noSuchTest` |")).isFalse();
    assertThat(namesATest("| a | b | `NoSuchTest.noSuchTest` |")).isFalse();
    assertThat(namesATest("| a | b | none |")).isFalse();
  }
}

package org.sabring.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Options;
import org.sabring.explore.jcstress.StressTests;
import org.sabring.explore.jcstress.StressVerdict;
import org.sabring.explore.memory.MemoryModel;

/**
 * Each bug is found on the memories that show it and on no other, as a forbidden result or as a
 * data race; mended, there is none.
 */
class BugsTest {

  static Stream<Arguments> bugsAndMemories() {
    return Bugs.ALL.stream()
        .flatMap(bug -> Stream.of(MemoryModel.values()).map(model -> Arguments.of(bug, model)));
  }

  private static StressVerdict explore(Bug bug, Class<?> test, MemoryModel model)
      throws InterruptedException {
    ClassLoader here = BugsTest.class.getClassLoader();
    StressVerdict verdict =
        StressVerdict.of(
            StressTests.of(test.getName(), here), here, List.of(model), Options.PLAIN, Code.PLAIN);
    System.out.printf(
        "%-16s %-6s %-3s %-10s %6d states %6.2f s %s%n",
        bug.report(),
        test.getSimpleName(),
        model,
        verdict.grade(),
        verdict.states(),
        verdict.seconds(),
        verdict.results().keySet());
    return verdict;
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("bugsAndMemories")
  void buggy(Bug bug, MemoryModel model) throws InterruptedException {
    StressVerdict verdict = explore(bug, bug.buggy(), model);
    assertThat(verdict.status())
        .as(verdict.toString())
        .isEqualTo(bug.showsOn(model) ? Status.FAIL : Status.PASS);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("bugsAndMemories")
  void mended(Bug bug, MemoryModel model) throws InterruptedException {
    StressVerdict verdict = explore(bug, bug.mended(), model);
    assertThat(verdict.status()).as(verdict.toString()).isEqualTo(Status.PASS);
  }

  @Test
  void outcomesAreGradedAsJcstressDoes() {
    Grading grading = Grading.of(JcTools292.Buggy.class);
    assertThat(List.of("0, 0, 0", "0, 1, 1", "1, 0, 0")).noneMatch(grading::isForbidden);
    assertThat(List.of("1, 1, 0", "0, 1, 0", "7, 7, 7")).allMatch(grading::isForbidden);
    Grading withDefault = Grading.of(Iceoryx2168.Buggy.class);
    assertThat(withDefault.isForbidden("1, 1, 2")).isFalse();
    assertThat(withDefault.isForbidden("1, 3, 2")).isTrue();
  }
}

package org.sabring.explore.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Reduction;
import org.sabring.explore.Share;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.reduction.Statement.Verb;

/**
 * Every program of two sides and two statements each, of a family: a side keeps to one mode, and
 * uses both fields. Each build takes a {@link Share} of them.
 */
@Tag("any-jdk")
class SmallProgramsTest {

  private static final List<Mode> MODES =
      List.of(Mode.PLAIN, Mode.OPAQUE, Mode.ACQUIRE, Mode.VOLATILE);

  /** What a side may do: to one field and then the other, or with something before or between. */
  private static List<List<Statement>> halves() {
    List<List<Statement>> halves = new ArrayList<>();
    for (Mode mode : MODES) {
      List<Statement> first = accesses(mode, 0);
      List<Statement> second = accesses(mode, 1);
      pairs(halves, first, second);
      pairs(halves, second, first);
      pairs(halves, others(mode), first);
      pairs(halves, second, others(mode));
    }
    return halves;
  }

  private static List<Statement> accesses(Mode mode, int field) {
    return List.of(new Statement(Verb.LOAD, mode, field), new Statement(Verb.STORE, mode, field));
  }

  private static List<Statement> others(Mode mode) {
    return List.of(
        new Statement(Verb.COMPARE_AND_SET, mode, 0),
        new Statement(Verb.ADD, mode, 1),
        mode == Mode.PLAIN
            ? new Statement(Verb.PRIVATE, mode, 1)
            : new Statement(Verb.FENCE, mode, 0));
  }

  private static void pairs(
      List<List<Statement>> pairs, List<Statement> first, List<Statement> second) {
    for (Statement one : first) {
      for (Statement other : second) {
        pairs.add(List.of(one, other));
      }
    }
  }

  @Test
  void everyOneComesToTheSameWithoutReductions() throws Exception {
    Comparison comparison = new Comparison(10_000);
    List<List<Statement>> halves = halves();
    long seed = Long.getLong("sabring.seed", System.nanoTime());
    int number = 0;
    for (int i = 0; i < halves.size(); i++) {
      for (int j = 0; j <= i; j++) {
        if (Share.takes(number++, seed)) {
          comparison.compare(
              DataProgram.of(halves.get(i), halves.get(j)),
              List.of(
                  List.of(Reduction.PRIVATE),
                  List.of(Reduction.PLAIN),
                  List.of(Reduction.values())),
              true);
        }
      }
    }
    System.out.println(
        "seed " + seed + ", " + comparison.compared() + " compared, growth " + comparison.growth());
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tooLarge()).isZero();
    assertThat(comparison.races(MemoryModel.RA)).isBetween(10, (int) comparison.compared() / 2);
  }
}

package org.sabring.explore.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Reduction;
import org.sabring.explore.Share;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.reduction.Statement.Verb;

/** Random programs of all that a {@link Machine} can do. */
@Tag("any-jdk")
class RandomProgramsTest {

  private static final int PROGRAMS = Integer.getInteger("sabring.programs", Share.of(1000));

  /** Each by itself, and all. */
  private static final List<List<Reduction>> WITHOUT = without();

  private static final List<Mode> MODES =
      List.of(Mode.PLAIN, Mode.OPAQUE, Mode.ACQUIRE, Mode.ACQUIRE, Mode.VOLATILE, Mode.RELEASE);

  private static List<List<Reduction>> without() {
    List<List<Reduction>> without = new ArrayList<>();
    Arrays.stream(Reduction.values()).forEach(one -> without.add(List.of(one)));
    without.add(List.of(Reduction.values()));
    return without;
  }

  @Test
  void theyComeToTheSameWithoutReductions() throws Exception {
    long seed = Long.getLong("sabring.seed", System.nanoTime());
    System.out.println("random programs, -Dsabring.seed=" + seed);
    Random random = new Random(seed);
    Comparison comparison = new Comparison(800);
    for (int i = 0; i < PROGRAMS; i++) {
      comparison.compare(program(random), WITHOUT, i % 4 == 0);
    }
    System.out.println(
        comparison.compared()
            + " compared, too large "
            + comparison.tooLarge()
            + ", growth "
            + comparison.growth());
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tooLarge()).isLessThan(comparison.compared() / 8);
  }

  private static DataProgram program(Random random) {
    int sides = random.nextInt(4) == 0 ? 3 : 2;
    List<List<List<Statement>>> all = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      List<List<Statement>> calls = new ArrayList<>();
      for (int left = sides == 3 ? 2 : 2 + random.nextInt(3); left > 0; ) {
        int length = 1 + random.nextInt(left);
        calls.add(random.ints(length).mapToObj(unused -> statement(random)).toList());
        left -= length;
      }
      all.add(calls);
    }
    return new DataProgram(all);
  }

  private static Statement statement(Random random) {
    Verb[] verbs = Verb.values();
    return new Statement(
        verbs[random.nextInt(verbs.length)],
        MODES.get(random.nextInt(MODES.size())),
        random.nextInt(2));
  }
}

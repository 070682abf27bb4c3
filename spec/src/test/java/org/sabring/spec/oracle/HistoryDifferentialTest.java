package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sabring.spec.trace.HistoryEvent;

/**
 * The oracle against a search through all orders, on random histories. {@code
 * -Dsabring.oracle.seed=…} runs the same ones again, {@code -Dsabring.oracle.histories=…} more.
 */
class HistoryDifferentialTest {
  private static final int HISTORIES = Integer.getInteger("sabring.oracle.histories", 5_000);

  @Test
  void theOracleSaysWhatASearchThroughAllOrdersSays() throws IOException {
    long seed = Long.getLong("sabring.oracle.seed", new Random().nextLong());
    System.out.println("sabring.oracle.seed=" + seed);
    Random random = new Random(seed);
    int explained = 0;
    for (int i = 0; i < HISTORIES; i++) {
      int bound = 1 + random.nextInt(3);
      boolean complete = random.nextBoolean();
      List<HistoryEvent> events = RandomHistory.next(random, bound);
      boolean expected = BruteForce.explains(bound, complete, events);
      TraceFinding finding = Histories.judge(bound, complete, events).finding();
      assertThat(finding == null)
          .as(
              "seed %d, bound %d, complete %s, finding %s\n%s",
              seed,
              bound,
              complete,
              finding,
              events.stream().map(Histories::json).collect(Collectors.joining()))
          .isEqualTo(expected);
      explained += expected ? 1 : 0;
    }
    assertThat(explained).as("both kinds").isBetween(HISTORIES / 5, HISTORIES * 4 / 5);
  }
}

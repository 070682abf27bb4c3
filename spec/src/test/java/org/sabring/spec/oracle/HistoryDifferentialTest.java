package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.linear.OperationTable;
import org.sabring.spec.linear.OrderSearch;
import org.sabring.spec.trace.TraceHeader;

/**
 * The oracle against a search through all orders, on random histories. {@code
 * -Dsabring.oracle.seed=…} runs the same ones again, {@code -Dsabring.full=true} ten times as many.
 */
@Tag("any-jdk")
class HistoryDifferentialTest {
  private static final int HISTORIES = Boolean.getBoolean("sabring.full") ? 20_000 : 2_000;

  @ParameterizedTest(name = "{0} producers, {1} consumers, overwriting {2}")
  @CsvSource({
    "1,1,false",
    "1,1,true",
    "2,1,false",
    "1,2,false",
    "2,2,false",
    "2,2,true",
    "3,3,false"
  })
  void theOracleSaysWhatASearchThroughAllOrdersSays(
      int producers, int consumers, boolean overwrites) throws IOException {
    long seed = Long.getLong("sabring.oracle.seed", new Random().nextLong());
    System.out.println("sabring.oracle.seed=" + seed);
    Random random = new Random(seed);
    int explained = 0;
    for (int i = 0; i < HISTORIES; i++) {
      int bound = 1 + random.nextInt(3);
      TraceHeader header = Histories.header(bound, random.nextBoolean(), overwrites);
      List<HistoryEvent> events = RandomHistory.next(random, header, producers, consumers);
      boolean expected = BruteForce.explains(header, events);
      Judgement judgement = Histories.judge(header, events);
      boolean found = judgement.status() == Status.FAIL;
      assertThat(events.isEmpty() || (found != expected && judgement.misfit() == null))
          .as(
              "seed %d, finding %s, misfit %s\n%s",
              seed, judgement.finding(), judgement.misfit(), Histories.json(header, events))
          .isTrue();
      OrderSearch.End end = new OrderSearch(new OperationTable(header, events), 1_000_000).run();
      assertThat(end == OrderSearch.End.FOUND)
          .as("the search alone, seed %d", seed)
          .isEqualTo(expected);
      explained += expected ? 1 : 0;
    }
    System.out.printf("%d histories, %d right%n", HISTORIES, explained);
    assertThat(explained).as("both kinds").isBetween(HISTORIES / 10, HISTORIES * 9 / 10);
  }
}

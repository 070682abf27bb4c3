package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.linear.HistorySource;
import org.sabring.spec.linear.ProducerLog;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.Traces;

class FrontierTest {

  private static String putAndTake(int time) {
    String put = "put " + time + " " + 4 * time + "-" + (4 * time + 1);
    String take = "take " + time + " " + (4 * time + 2) + "-" + (4 * time + 3);
    return Histories.json(Histories.event(put)) + Histories.json(Histories.event(take));
  }

  @Test
  void whatIsSettledIsForgotten() throws IOException {
    String lines =
        IntStream.range(0, 10_000).mapToObj(FrontierTest::putAndTake).collect(Collectors.joining());
    try (TraceReader reader =
        Traces.open(Histories.json(Histories.header(1, true, false), List.of()) + lines)) {
      HistorySource source = new HistorySource(reader);
      Frontier frontier = new Frontier(source, 1);
      for (int i = 0; i < 10_000; i++) {
        HistoryEvent take = Objects.requireNonNull(source.nextConsumer());
        frontier.extend(take.call(), take.returned());
        assertThat(frontier.pass(take)).isTrue();
        ProducerLog log = frontier.log();
        assertThat(log.end() - log.start()).isLessThanOrEqualTo(Frontier.REMEMBERED + 2L);
        assertThat(frontier.passed()).hasSizeLessThanOrEqualTo(Frontier.REMEMBERED);
      }
      assertThat(source.events()).isEqualTo(20_000);
    }
  }
}

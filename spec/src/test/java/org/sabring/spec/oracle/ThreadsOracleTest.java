package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.Traces;

/** Several producers and consumers, and queues that overwrite. */
@Tag("any-jdk")
class ThreadsOracleTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          P1:put 1 0-1, C1:take 7 2-3                                      | t:3: RB103: found 7 taken, which nobody put: it is invented
          P1:put 1 0-1, C1:take 1 2-3, C2:take 1 4-5                       | t:4: RB103: found 1 taken, which line 3 took already, and was put once: it is doubled
          C1:take 1 0-1, P1:put 1 2-3                                      | t:2: RB103: found 1 taken before it was put
          P1:put 1 0-1, P2:put 2 2-3, C1:take 2 4-5, C2:take 1 6-7         | t:4: RB101: found 2 taken before 1, which line 2 put earlier and line 5 took later
          P1:put 1 0-1, P2:put 2 2-3, C1:take 2 4-5                        | t:4: RB102: found 2 taken before 1, which line 2 put earlier and nobody took: it is lost
          P1:put 1 0-1, C1:poll empty 2-3, C2:take 1 4-5                   | t:3: RB102: found poll: empty with an element stored: 1, which line 2 put, is missed
          P1:put 1 0-1, P1:put 2 2-3, P2:put 3 4-5, C1:take 1 6-7          | t:4: RB104: found 3 stored with at least 2 of 2 stored: the oldest may be overwritten
          P1:close 0-1, P2:put 1 2-3                                       | t:3: RB502: found 1 stored after close: a consumer may have seen the end
          P1:put 1 0-1, C1:cancel 2-3, C2:take 1 4-5                       | t:4: RB502: found 1 taken after cancel
          P1:put 1 0-1, P2:offer 2 refused 2-3                             | t:3: RB104: found offer 2 refused with 1 of 2 stored, neither closed nor cancelled
          P1:put 1 0-1, P2:put 1 0-1, C1:count 1 2-3                       | t:4: RB102: found a count of 1 with 2 of 2 stored: elements are lost
          P1:put 1 0-1, C1:take 1 2-3, C2:skip 1 4-5                       | t:4: RB103: found an element skipped with 0 of 2 stored
          P1:put 1 0-1, C1:take end 2-3, C2:take 1 4-5                     | t:3: RB501: found take: end with an element stored: 1, which line 2 put, is missed
          P1:put 1 0-1, C1:take 1 2-3, C2:take end 4-5                     | t:4: RB501: found the end before close: what is put later is lost
          P1:put 1 0-1, C1:take 2-, C2:poll empty 4-5, P1:put 2 6-7        | t:3: RB301: found take never came back with 1 of 2 stored: C1 sleeps over 2
          """)
  void violations(String words, String text) throws IOException {
    TraceFinding finding = Histories.judge(2, true, words).finding();
    assertThat(Objects.requireNonNull(finding).text()).startsWith(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P1:put 1 0-9, P2:put 2 0-9, C1:take 2 10-11, C1:take 1 12-13",
        "P1:put 1 0-1, P2:put 2 2-3, C1:take 2 4-9, C2:take 1 5-8",
        "P1:put 1 0-1, P2:put 1 2-3, P3:put 1 4-, C1:count 2 6-7",
        "P1:put 1 0-9, C1:take 1 2-3, C2:poll empty 4-5, C2:take 6-",
        "P1:put 1 0-1, P2:offer 2/3 refused 2-3, C1:count 1 4-5",
      })
  void whatTheQueueAllows(String words) throws IOException {
    Judgement judgement = Histories.judge(2, true, words);
    assertThat(judgement.finding()).isNull();
    assertThat(judgement.status()).isEqualTo(Status.PASS);
  }

  @Test
  void whatIsOverwrittenIsNeverSeen() throws IOException {
    List<HistoryEvent> right = Histories.events("put 1/2/3/4/5 0-1, take 4 2-3, take 5 4-5");
    List<HistoryEvent> wrong = Histories.events("put 1/2/3/4/5 0-1, take 3 2-3, take 4 4-5");
    assertThat(Histories.judge(Histories.header(2, true, true), right).finding()).isNull();
    assertThat(Histories.judge(Histories.header(2, true, true), wrong).finding()).isNotNull();
  }

  /**
   * Equal elements put by many at once, and a count that nothing explains: every order is tried.
   */
  private static String hard() {
    StringBuilder words = new StringBuilder();
    for (int thread = 1; thread <= 12; thread++) {
      words.append("P%d:put %d 0-9, ".formatted(thread, thread));
    }
    return words + "C1:count 3 20-21";
  }

  private static ThreadsOracle judged(int mostCalls, int mostConfigurations) throws IOException {
    String file = Histories.json(Histories.header(20, true, false), Histories.events(hard()));
    try (TraceReader reader = Traces.open(file)) {
      ThreadsOracle oracle = new ThreadsOracle(reader, mostCalls, mostConfigurations);
      oracle.judge(List.of());
      return oracle;
    }
  }

  @Test
  void givingUpIsNoVerdict() throws IOException {
    ThreadsOracle oracle = judged(100, 10_000);
    assertThat(oracle.finding()).isNull();
    assertThat(oracle.misfit()).startsWith("gave up after 10,000 configurations: ");
    assertThat(judged(12, 10_000).misfit()).startsWith("gave up after 12 calls: ");
  }

  @Test
  void aLongRunOfManyThreadsGoesStraightThrough() throws IOException {
    List<HistoryEvent> events = new ArrayList<>();
    for (int round = 0; round < 5_000; round++) {
      int time = 100 * round;
      for (int thread = 1; thread <= 4; thread++) {
        int value = 4 * round + thread;
        int late = 4 * round + 5 - thread; // they come out the other way round
        events.add(Histories.event("P%d:put %d %d-%d".formatted(thread, value, time, time + 9)));
        events.add(
            Histories.event("C%d:take %d %d-%d".formatted(thread, late, time + 20, time + 30)));
      }
    }
    assertThat(Histories.judge(4, true, events).status()).isEqualTo(Status.PASS);
    events.set(events.size() - 1, Histories.event("C4:take 5 499940-499950"));
    assertThat(Histories.judge(4, true, events).status()).isEqualTo(Status.FAIL);
  }
}

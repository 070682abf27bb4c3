package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.Traces;

class HistoryOracleTest {

  private static String findingIn(int bound, boolean complete, String words) throws IOException {
    return Objects.requireNonNull(Histories.judge(bound, complete, words).finding()).text();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          put 1 0-1, put 2 2-3, take 2 4-5                     | t:4: RB101: found 2 taken before 1, which was put earlier; if 1 never comes, it is lost (RB102), allowed: 1
          put 1 0-1, poll empty 2-3                            | t:3: RB102: found the answer empty with 1 of 2 stored: 1 is missed, and lost if it never comes, allowed: 1
          put 1 0-1, put 2 2-9, poll empty 3-8                 | t:4: RB102: found the answer empty with 1 of 2 stored: 1 is missed, and lost if it never comes, allowed: 1
          take 7 0-1                                           | t:2: RB103: found 7 taken, which was not put before: it is invented, or came too early, allowed: empty, or to wait
          put 1 0-1, take 7 2-3                                | t:3: RB103: found 7 taken, which was not put before: it is invented, or came too early, allowed: 1
          take 1 0-1, put 1 2-3                                | t:2: RB103: found 1 taken, which was not put before: it is invented, or came too early, allowed: empty, or to wait
          put 1 0-1, put 2 2-3, take 1 4-5, take 1 6-7         | t:5: RB103: found 1 taken, which line 4 took already: it is doubled, allowed: 2
          put 1 0-1, take 1 2-3, close 4-5, take 1 6-7         | t:5: RB103: found 1 taken, which line 3 took already: it is doubled, allowed: the end
          put 1 0-1, put 2 2-3, put 3 4-5, take 1 6-7          | t:4: RB104: found 3 stored with 2 of 2 stored: 1, the oldest, may be overwritten, allowed: to wait
          put 1 0-1, put 2 2-3, offer 3 4-5                    | t:4: RB104: found 3 stored with 2 of 2 stored: 1, the oldest, may be overwritten, allowed: to refuse it
          put 1 0-1, offer 2 refused 2-3                       | t:3: RB104: found offer 2 refused with 1 of 2 stored, neither closed nor cancelled, allowed: to store it
          put 1 refused 0-1                                    | t:2: RB104: found put 1 refused with 0 of 2 stored, neither closed nor cancelled, allowed: to store it
          put 1 0-1, put 2 2-3, put 3 refused 4-5              | t:4: RB104: found put 3 refused with 2 of 2 stored, neither closed nor cancelled, allowed: to wait
          put 1 0-1, close 2-3, take end 4-5                   | t:4: RB501: found the end with 1 of 2 stored: 1 is lost, allowed: 1
          take end 0-1                                         | t:2: RB501: found the end before close: what is put later is lost, allowed: empty, or to wait
          put 1 0-1, take end 2-3                              | t:3: RB501: found the end before close: 1 is lost, allowed: 1
          close 0-1, poll empty 2-3                            | t:3: RB501: found the answer empty after close: the consumer is not told that nothing will come, allowed: the end
          close 0-1, put 1 2-3                                 | t:3: RB502: found 1 stored after close: the consumer may have seen the end before it, allowed: to refuse it
          put 1 0-1, cancel 2-3, take 1 4-5                    | t:4: RB502: found 1 taken after cancel, allowed: empty, or the end
          offer 1 refused 0-1, put 2 2-3, take 2 4-5           | t:2: RB104: found offer 1 refused with 0 of 2 stored, neither closed nor cancelled, allowed: to store it
          put 1 0-9, offer 2 refused 10-11, take 1 0-9, take 3 9-20 | t:3: RB104: found offer 2 refused with 0 of 2 stored, neither closed nor cancelled, allowed: to store it
          """)
  void violations(String words, String text) throws IOException {
    assertThat(findingIn(2, false, words)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "put 1 0-1, put 2 2-3, take 1 4-5, take 2 6-7",
        "put 1 0-1, take 1 2-3, poll empty 4-5",
        "put 1 0-1, put 1 2-3, take 1 4-5, take 1 6-7",
        "put 1 0-1, put 2 2-3, offer 3 refused 4-5",
        "put 1 0-1, put 2 2-3, put 3 4-9, take 1 5-6",
        "put 1 0-1, close 2-3, take 1 4-5, take end 6-7, poll end 8-9",
        "poll empty 0-1, close 2-3, take end 4-5",
        "close 0-1, put 1 refused 2-3, offer 1 refused 4-5, close 6-7",
        "put 1 0-1, cancel 2-3, take end 4-5, poll empty 6-7, put 2 refused 8-9, cancel 8-9",
        "cancel 0-1, put 1 2-3, put 2 4-5, offer 3 refused 6-7",
        "put 1 0-1, put 2 2-3",
        "put -2147483648 0-1, put 2147483647 2-3, take -2147483648 4-5, take 2147483647 6-7",
      })
  void whatTheQueueAllows(String words) throws IOException {
    Judgement judgement = Histories.judge(2, false, words);
    assertThat(judgement.finding()).isNull();
    assertThat(judgement.status()).isEqualTo(Status.PASS);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          put 1 0-9, take 1 1-8                                      | the put first
          take 1 0-9, put 1 1-8                                      | the put first, though it was called later
          put 1 5-9, poll empty 0-6                                  | empty, then the put
          put 1 0-1, offer 2 refused 2-9, take 1 3-9                 | refused, then the take
          put 1 0-1, offer 2 2-9, take 1 3-9                         | the take, then the offer
          put 1 0-1, put 2 2-20, take 1 3-9, take 2 10-11            | the put between the takes
          put 1 0-9, offer 2 refused 9-9, poll empty 3-9, take 1 9-9 | all at 9: empty, put, refused, take
          close 0-9, poll empty 1-8, poll end 9-9                    | empty, then the close
          cancel 0-9, put 1 refused 1-8                              | the cancel first
          put 1 5-5, take 1 5-5, put 2 5-5, take 2 5-5, poll empty 5-5 | one tick of a coarse clock
          poll empty 0-5, put 1 5-6                                  | a return at the time of a call overlaps
          """)
  void orders(String words, String order) throws IOException {
    assertThat(Histories.judge(1, true, words).finding()).as(order).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          put 1 0-1, offer 2 2-9, poll empty 3-8                     | RB102
          put 1 0-1, offer 2 refused 4-9, take 1 2-3                 | RB104
          put 1 5-9, poll empty 10-11, take 1 12-13                  | RB102
          put 1 0-1, put 2 2-3, take 1 4-9, take 2 10-11             | RB104
          put 1 0-9, offer 2 refused 9-9, take 1 3-8, poll empty 8-9 | RB104
          close 0-9, poll end 1-8, poll empty 9-9                    | RB501
          put 1 5-5, take 1 5-5, put 2 5-5, take 1 5-5               | RB103
          """)
  void noOrder(String words, String rule) throws IOException {
    assertThat(findingIn(1, true, words)).contains(" " + rule + ": ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          put 1 0-                          | t:2: RB301: found put 1 never came back with 0 of 1 stored: P sleeps beside room, allowed: to store it
          put 1 0-1, put 2 2-, take 1 3-4   | t:3: RB301: found put 2 never came back with 0 of 1 stored: P sleeps beside room, allowed: to store it
          put 1 0-1, put 2 2-, cancel 3-4   | t:3: RB503: found put 2 never came back after cancel: nobody will make room for it, allowed: to refuse it
          close 0-1, put 2 2-               | t:3: RB301: found put 2 never came back with 0 of 1 stored, allowed: to refuse it
          put 1 0-1, take 0-                | t:3: RB301: found take never came back with 1 of 1 stored: C sleeps over 1, allowed: 1
          put 1 0-1, put 2 2-, take 0-      | t:4: RB301: found take never came back with 1 of 1 stored: C sleeps over 1, allowed: 1
          put 1 0-, take 0-                 | t:2: RB301: found put 1 never came back with 0 of 1 stored: P sleeps beside room, allowed: to store it
          close 0-1, take 0-                | t:3: RB301: found take never came back with 0 of 1 stored, closed, allowed: the end
          cancel 0-1, take 2-               | t:3: RB301: found take never came back with 0 of 1 stored, cancelled, allowed: the end
          put 1 0-1, put 2 2-3, take 0-     | t:4: RB301: found take never came back with 1 of 1 stored: C sleeps over 2, allowed: 2
          """)
  void whoWaitsForNothingIsAFindingWhenTheRecordingIsComplete(String words, String text)
      throws IOException {
    assertThat(findingIn(1, true, words)).isEqualTo(text);
    assertThat(Histories.judge(1, false, words).finding()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "put 1 0-1, put 2 2-",
        "take 0-",
        "put 1 0-1, take 1 2-3, take 4-",
        "put 1 0-1, close 2-, take 1 3-4, take 5-",
        "put 1 0-1, put 2 2-3, put 3 4-, take 1 2-3",
        "put 1 0-1, put 2 2-, cancel 3-",
        "close 0-, take end 1-2, cancel 3-",
      })
  void whoWaitsForSomethingMay(String words) throws IOException {
    Judgement judgement = Histories.judge(1, true, words);
    assertThat(judgement.finding()).isNull();
  }

  @Test
  void aCallThatNeverCameBackMayHaveTakenEffect() throws IOException {
    assertThat(Histories.judge(1, false, "put 1 0-, take 1 1-2").finding()).isNull();
    assertThat(Histories.judge(1, false, "close 0-, take end 1-2").finding()).isNull();
    assertThat(Histories.judge(1, false, "cancel 0-, put 1 refused 1-2").finding()).isNull();
    assertThat(Histories.judge(1, false, "take 0-, put 1 1-2, put 2 3-4").finding()).isNull();
    assertThat(findingIn(1, false, "take 0-, put 1 1-2, put 2 3-4, put 3 5-6"))
        .startsWith("t:5: RB104: found 3 stored with 1 of 1 stored");
    assertThat(findingIn(1, false, "put 1 5-, take 1 1-2")).startsWith("t:3: RB103");
  }

  @Test
  void nothingIsUnknown() throws IOException {
    try (TraceReader reader = Traces.open(Traces.HISTORY)) {
      Judgement judgement = HistoryOracle.judge(reader);
      assertThat(judgement.events()).isZero();
      assertThat(judgement.status()).isEqualTo(Status.UNKNOWN);
    }
  }

  @Test
  void notesSayWhatWasNotJudged() throws IOException {
    assertThat(Histories.judge(1, true, "put 1 0-1").notes())
        .singleElement()
        .asString()
        .contains("nothing about memory order", "./sabring explore --queue", "./sabring check");
    assertThat(Histories.judge(1, false, "put 1 0-1").notes())
        .hasSize(2)
        .contains("not complete: a side left asleep is not a finding");
    Judgement failed = Histories.judge(1, false, "take 1 0-1");
    assertThat(failed.notes()).containsExactly("judged up to the first violation");
    assertThat(failed.status()).isEqualTo(Status.FAIL);
  }

  @Test
  void whatComesAfterTheLastCallIsStillRead() {
    assertThatThrownBy(() -> Histories.judge(1, false, "put 1 0-1, put 2 2-, take 0-, take 1-"))
        .isInstanceOf(MalformedTrace.class)
        .hasMessageContaining("which never came back");
  }

  @Test
  void theWayToAFindingIsDrawn() throws IOException {
    String words = "put 1 0-1, put 2 2-3, take 1 4-5, put 3 6-7, close 8-9, take 3 10-11";
    TraceFinding finding = Objects.requireNonNull(Histories.judge(2, false, words).finding());
    assertThat(String.join("\n", finding.how().draw()) + "\n")
        .isEqualTo(
            """
            step | producer         | consumer   | memory after it
            ------------------------------------------------------
               1 | 2: put 1: stored |            | [1]
               2 | 3: put 2: stored |            | [1 2]
               3 |                  | 4: take: 1 | [2]
               4 | 5: put 3: stored |            | [2 3]
               5 | 6: close: done   |            | [2 3] closed
               6 |                  | 7: take: 3 | [2 3] closed
                 |                  |            | ^ RB101: Elements come out in the order they went in.
            """);
    assertThat(finding.how().title())
        .isEqualTo("One order that the history allows, from the beginning");
  }

  @Test
  void aLongWayIsDrawnFromItsEnd() throws IOException {
    StringBuilder words = new StringBuilder("put 0 0-1");
    for (int i = 1; i < 100; i++) {
      words.append(", put ").append(i).append(' ').append(9 * i).append('-').append(9 * i + 1);
      words
          .append(", take ")
          .append(i - 1)
          .append(' ')
          .append(9 * i + 3)
          .append('-')
          .append(9 * i + 4);
    }
    Interleaving how =
        Objects.requireNonNull(
                Histories.judge(20, false, words + ", poll empty 9000-9001").finding())
            .how();
    assertThat(how.lines()).hasSize(Frontier.REMEMBERED + 1);
    assertThat(how.lines().get(18).text()).isEqualTo("199: put 99: stored");
    assertThat(how.lines().get(18).memory()).isEqualTo("[98 99]");
    assertThat(how.lines().get(0).memory()).isEqualTo("[89 90]");
    assertThat(how.title()).endsWith("the last operations");
  }

  @Test
  void aFullQueueIsDrawnShort() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      words.append("put ").append(i).append(' ').append(i).append('-').append(i).append(", ");
    }
    Judgement judgement = Histories.judge(30, false, words + "cancel 40-41, take 0 42-43");
    assertThat(Objects.requireNonNull(judgement.finding()).how().lines().get(20).memory())
        .isEqualTo("[0 1 2 3 4 5 6 7 … 30 in all] cancelled");
  }
}

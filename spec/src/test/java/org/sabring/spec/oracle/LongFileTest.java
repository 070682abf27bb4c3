package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.Traces;

/**
 * Files of many lines, read as they are made. {@code -Dsabring.oracle.lines=10000000
 * -DargLine=-Xmx256m} shows that a longer file needs no more memory.
 */
@Tag("any-jdk")
class LongFileTest {
  private static final int LINES = Integer.getInteger("sabring.oracle.lines", 1_000_000);
  private static final int BOUND = 7;

  private final Random random = new Random(1);
  private long first = Long.MAX_VALUE;
  private long last = Long.MAX_VALUE;
  private int put;
  private int taken;

  /**
   * Puts, refused offers, takes and empty polls; each call overlaps those around it in the file.
   */
  private String operation(int time) {
    boolean producer = random.nextBoolean();
    OperationKind op = producer ? OperationKind.OFFER : OperationKind.POLL;
    Outcome outcome;
    int value = 0;
    if (producer) {
      outcome = put - taken < BOUND ? Outcome.STORED : Outcome.REFUSED;
      value = put;
      put += outcome == Outcome.STORED ? 1 : 0;
    } else {
      outcome = taken < put ? Outcome.ELEMENT : Outcome.EMPTY;
      value = outcome == Outcome.ELEMENT ? taken++ : 0;
    }
    String answer =
        switch (outcome) {
          case STORED -> "\"value\":" + value + ",\"result\":true";
          case REFUSED -> "\"value\":" + value + ",\"result\":false";
          case ELEMENT -> "\"value\":" + value;
          default -> "\"empty\":true";
        };
    return "{\"thread\":\""
        + op.side().letter()
        + "\",\"op\":\""
        + op.label()
        + "\","
        + answer
        + ",\"call\":"
        + Math.min(first, 2L * time)
        + ",\"return\":"
        + Math.min(last, 2L * time + 2)
        + "}\n";
  }

  private static void report(String what, int lines, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %d lines, %.0f lines/s%n", what, lines, lines / seconds);
  }

  @Test
  void aLongHistoryIsJudgedToItsLastLine() throws IOException {
    HistoryEvent last = Histories.event("poll -1 " + 2L * LINES + "-" + 3L * LINES);
    Stream<String> lines =
        Stream.concat(
            Stream.of(Histories.json(Histories.header(BOUND, true, false), List.of())),
            IntStream.rangeClosed(1, LINES)
                .mapToObj(time -> time < LINES ? operation(time) : Histories.json(last)));
    long start = System.nanoTime();
    try (TraceReader reader = TraceReader.open(new GeneratedLines(lines.iterator()), "generated")) {
      Judgement judgement = HistoryOracle.judge(reader);
      report("history", LINES, start);
      assertThat(judgement.events()).isEqualTo(LINES);
      assertThat(Objects.requireNonNull(judgement.finding()).text())
          .startsWith("generated:" + (LINES + 1) + ": RB103: found -1 taken");
    }
  }

  /** Where every call looks at every other, this takes minutes. */
  @Test
  @Timeout(60)
  void aClockThatStandsStillIsNoReasonToBeSlow() throws IOException {
    first = 5;
    last = 5;
    String lines =
        Histories.json(Histories.header(BOUND, true, false), List.of())
            + IntStream.range(0, 200_000).mapToObj(this::operation).collect(Collectors.joining());
    try (TraceReader reader = Traces.open(lines)) {
      Judgement judgement = HistoryOracle.judge(reader);
      assertThat(judgement.finding()).isNull();
      assertThat(judgement.events()).isEqualTo(200_000);
    }
  }

  @Test
  void aLongTraceOfStepsIsRead() throws IOException {
    String[] steps = {
      "{\"thread\":\"P\",\"access\":\"load\",\"word\":\"read\",\"value\":3}\n",
      "{\"thread\":\"P\",\"access\":\"store\",\"word\":\"data\",\"index\":3,\"value\":42}\n",
      "{\"thread\":\"C\",\"access\":\"wait\",\"word\":\"write\",\"expected\":3,\"result\":\"ok\"}\n"
    };
    Stream<String> lines =
        Stream.concat(
            Stream.of(Traces.STEPS + "\n"),
            IntStream.range(0, LINES).mapToObj(i -> steps[i % steps.length]));
    long start = System.nanoTime();
    assertThat(Traces.drain(new GeneratedLines(lines.iterator()))).isEqualTo(LINES);
    report("steps", LINES, start);
  }

  /** The lines of one side, that of the elements from 1 on, in a ring of four slots. */
  private static Stream<String> side(boolean producer, int elements, int wrong) {
    String[] lines =
        producer
            ? new String[] {
              "{'thread':'P','access':'load','word':'read','value':%2$d}",
              "{'thread':'P','access':'store','word':'data','index':%2$d,'value':%1$d}",
              "{'thread':'P','access':'store','word':'write','value':%3$d}"
            }
            : new String[] {
              "{'thread':'C','access':'load','word':'write','value':%3$d}",
              "{'thread':'C','access':'load','word':'data','index':%2$d,'value':%4$d}",
              "{'thread':'C','access':'store','word':'read','value':%3$d}"
            };
    return IntStream.range(0, elements)
        .boxed()
        .flatMap(
            i ->
                Stream.of(lines)
                    .map(line -> line.replace('\'', '"') + "\n")
                    .map(line -> line.formatted(i, i % 4, (i + 1) % 4, i == wrong ? -1 : i)));
  }

  /** One side's log behind the other's, as who records each by itself may put them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneSideMayBeSilentForLong(boolean producerFirst) throws IOException {
    int elements = LINES / 24;
    for (int wrong : new int[] {-1, elements - 1}) {
      Stream<String> lines =
          Stream.concat(
              Stream.of(Traces.STEPS + "\n"),
              Stream.concat(
                  side(producerFirst, elements, wrong), side(!producerFirst, elements, wrong)));
      long start = System.nanoTime();
      try (TraceReader reader =
          TraceReader.open(new GeneratedLines(lines.iterator()), "generated")) {
        Judgement judgement = StepOracle.judge(reader, null);
        report("one side after the other", 6 * elements, start);
        assertThat(judgement.misfit()).isNull();
        TraceFinding finding = judgement.finding();
        assertThat(finding == null ? "" : finding.rule().name())
            .isEqualTo(wrong < 0 ? "" : "RB103");
      }
    }
  }

  /** A file that is made while it is read, so that it may be longer than the memory. */
  private static final class GeneratedLines extends InputStream {
    private final Iterator<String> lines;
    private byte[] chunk = {};
    private int next;

    GeneratedLines(Iterator<String> lines) {
      this.lines = lines;
    }

    private boolean hasMore() {
      if (next == chunk.length && lines.hasNext()) {
        chunk = lines.next().getBytes(StandardCharsets.ISO_8859_1);
        next = 0;
      }
      return next < chunk.length;
    }

    @Override
    public int read() {
      return hasMore() ? chunk[next++] : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = 0;
      while (count < length && hasMore()) {
        int part = Math.min(length - count, chunk.length - next);
        System.arraycopy(chunk, next, target, offset + count, part);
        next += part;
        count += part;
      }
      return count == 0 ? -1 : count;
    }
  }
}

package org.sabring.properties.explore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.ring.RingLayout;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Word;
import org.sabring.spec.oracle.HistoryOracle;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

/**
 * A front to the oracles for what was recorded here: written as a file and read again, as {@code
 * sabring check} would, so that format, parser and oracle are those that everybody uses.
 */
public final class Oracles {

  private static final List<Word> WORDS =
      List.of(
          Word.WRITE,
          Word.READ,
          Word.PRODUCED,
          Word.CONSUMED,
          Word.PRODUCER_WAITS,
          Word.CONSUMER_WAITS);

  private Oracles() {}

  /** The first finding in the calls of a whole run; null if there is none. */
  public static @Nullable TraceFinding ofCalls(int capacity, List<HistoryEvent> calls) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TraceWriter.writeHistory(header(TraceKind.HISTORY, capacity), calls, bytes);
      return judge(TraceKind.HISTORY, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  /** A trace of a whole run, as text. */
  public static String trace(int capacity, List<StepEvent> steps) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TraceWriter.write(header(TraceKind.STEPS, capacity), steps, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The first finding in a trace; null if there is none. */
  public static @Nullable TraceFinding ofTrace(String trace) {
    try {
      return judge(TraceKind.STEPS, trace.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  /**
   * The word at a place of the memory; every slot is {@link Word#DATA}.
   *
   * @throws IllegalArgumentException if it is none of the ring's
   */
  public static Word word(RingLayout layout, int index) {
    if (index >= layout.data() && index < layout.data() + layout.capacity()) {
      return Word.DATA;
    }
    List<Integer> places =
        List.of(
            layout.write(),
            layout.read(),
            layout.produced(),
            layout.consumed(),
            layout.producerWaits(),
            layout.consumerWaits());
    int place = places.indexOf(index);
    if (place < 0) {
      throw new IllegalArgumentException("word=" + index + ", expected one of the ring's");
    }
    return WORDS.get(place);
  }

  private static @Nullable TraceFinding judge(TraceKind kind, byte[] file) throws IOException {
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "recording")) {
      return kind == TraceKind.HISTORY
          ? HistoryOracle.judge(reader).finding()
          : StepOracle.judge(reader, null).finding();
    }
  }

  private static TraceHeader header(TraceKind kind, int capacity) {
    return new TraceHeader(kind, capacity - 1, Profile.REFERENCE, true, "recorded");
  }
}

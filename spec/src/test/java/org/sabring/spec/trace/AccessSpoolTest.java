package org.sabring.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceAccess.Kind;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Scalar;

class AccessSpoolTest {
  private static final int SLOTS = 300;

  private static <E> E any(Random random, E[] all) {
    return all[random.nextInt(all.length)];
  }

  private static TraceAccess access(Random random, long line) {
    Kind kind = any(random, Kind.values());
    Place place = kind == Kind.FENCE ? Place.OTHER : any(random, Place.values());
    boolean element = place == Place.DATA && (kind == Kind.LOAD || kind == Kind.STORE);
    boolean adds = kind == Kind.ADD;
    Scalar scalar =
        random.nextInt(5) == 0 ? Scalar.parse("1e" + random.nextInt(99)) : Scalar.of("é\n");
    return new TraceAccess(
        line,
        any(random, TraceThread.values()),
        kind,
        place,
        place == Place.DATA ? random.nextInt(SLOTS) : -1,
        adds ? 0 : random.nextInt(3),
        element || kind == Kind.FENCE ? 0 : random.nextInt(),
        element ? (random.nextBoolean() ? Scalar.of(random.nextLong()) : scalar) : null,
        adds ? random.nextInt() : 1,
        kind == Kind.WAIT && random.nextBoolean() ? any(random, WaitResult.values()) : null,
        any(random, AccessMode.values()));
  }

  /** With room for nothing, for some of it, and for all of it in memory. */
  @ParameterizedTest
  @ValueSource(ints = {0, 200_000, Integer.MAX_VALUE})
  void givesBackInOrderWhatItWasGiven(int inMemory) throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Deque<TraceAccess> given = new ArrayDeque<>();
    long line = 0;
    int more = 200_000;
    try (AccessSpool spool = new AccessSpool("t", SLOTS, inMemory)) {
      while (more > 0 || !given.isEmpty()) {
        int burst = random.nextInt(20_000);
        if (more > 0 && random.nextInt(3) > 0) {
          for (; burst > 0 && more > 0; burst--, more--) {
            line += 1 + random.nextInt(200);
            given.add(access(random, line));
            spool.add(given.getLast());
          }
        } else {
          for (; burst > 0 && !given.isEmpty(); burst--) {
            assertThat(spool.poll()).as("seed %d", seed).isEqualTo(given.poll());
          }
        }
      }
      assertThat(spool.poll()).isNull();
    }
  }

  /** What is not wanted yet is kept back, and comes later: each thread's lines in their order. */
  @Test
  void aReaderKeepsBackTheSideThatNobodyWants() throws IOException {
    String file =
        Traces.STEPS
            + """

            {"thread":"main","access":"store","word":"write","value":0}
            {"thread":"P","access":"store","word":"data","index":0,"value":1}
            {"thread":"P","access":"store","word":"write","value":1}
            {"thread":"C","access":"load","word":"write","value":1}
            {"thread":"P","access":"load","word":"read","value":0}
            {"thread":"C","access":"load","word":"data","index":0,"value":1}
            """;
    try (TraceReader reader = Traces.open(file)) {
      RingSide consumer = RingSide.CONSUMER;
      assertThat(line(reader, consumer, true)).isEqualTo(2);
      assertThat(line(reader, consumer, true)).isEqualTo(5);
      assertThat(line(reader, RingSide.PRODUCER, true)).isEqualTo(3);
      assertThat(line(reader, consumer, true)).isEqualTo(7);
      assertThat(line(reader, consumer, false)).isEqualTo(4);
      assertThat(line(reader, consumer, true)).isEqualTo(6);
      assertThat(reader.nextAccess(consumer, true)).isNull();
    }
  }

  private static long line(TraceReader reader, RingSide wanted, boolean starves)
      throws IOException {
    TraceAccess access = reader.nextAccess(wanted, starves);
    return access == null ? -1 : access.line();
  }
}

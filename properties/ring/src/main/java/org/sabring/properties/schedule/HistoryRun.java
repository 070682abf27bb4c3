package org.sabring.properties.schedule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.sample.Setup;
import org.sabring.properties.trial.Trial;
import org.sabring.properties.trial.Violation;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Profile;
import org.sabring.spec.Rule;
import org.sabring.spec.oracle.Finding;
import org.sabring.spec.oracle.HistoryEvent;
import org.sabring.spec.oracle.HistoryOracle;
import org.sabring.spec.oracle.TraceHeader;
import org.sabring.spec.oracle.TraceKind;
import org.sabring.spec.oracle.TraceReader;
import org.sabring.spec.oracle.TraceWriter;

/** Runs a script on two real threads, and lets the oracle judge what they were answered. */
public final class HistoryRun {

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  private final Trial trial;
  private final Script script;
  private final SharedInts words;
  private final RingLayout layout;
  private final Recorded producer;
  private final Recorded consumer;
  private int interrupts;

  private HistoryRun(Trial trial, Script script, MemoryKind memory) {
    this.trial = trial;
    this.script = script;
    interrupts = script.interrupts();
    trial.begin();
    Setup setup =
        new Setup(memory, false, script.capacity(), script.start().at(), script.start().counted());
    layout = setup.layout();
    words = setup.create();
    AtomicLong clock = new AtomicLong();
    boolean used = !script.start().equals(Start.ZERO);
    CursorRing one = used ? attach() : create();
    CursorRing other = used ? attach() : one;
    producer = new Recorded("producer", script.producer(), one.producer(), one.consumer(), clock);
    consumer =
        new Recorded("consumer", script.consumer(), other.producer(), other.consumer(), clock);
  }

  /** A ring that has been in use: each side attaches to it by itself. */
  private CursorRing attach() {
    trial.count("attached", 1);
    return CursorRing.attach(words, layout);
  }

  private CursorRing create() {
    trial.count("freshly made", 1);
    return CursorRing.create(words, layout);
  }

  /** Runs it, and throws what the oracle finds. */
  public static void judge(Trial trial, Script script, MemoryKind memory) {
    HistoryRun run = new HistoryRun(trial, script, memory);
    run.carryOut();
    run.judge();
  }

  private void carryOut() {
    producer.thread().start();
    consumer.thread().start();
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!isOver()) {
      if (System.nanoTime() > deadline) {
        producer.end();
        consumer.end();
        throw new Violation("no end after " + LIMIT_NANOS + " ns", Rule.RB301);
      }
      interrupt(producer, layout.read());
      interrupt(consumer, layout.write());
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    stop(producer);
    stop(consumer);
  }

  /** One wait that no time ends, or the end: each has other numbers. */
  private record Rest(int calls, int waits) {
    static final Rest ENDED = new Rest(-1, 0);
  }

  /**
   * Nobody will take another step: the consumer was seen at rest while the producer was, in one and
   * the same wait. In that instant nobody was left to wake the other.
   */
  private boolean isOver() {
    Rest before = rest(producer, layout.read(), layout.producerWaits());
    Rest other = rest(consumer, layout.write(), layout.consumerWaits());
    Rest after = rest(producer, layout.read(), layout.producerWaits());
    return before != null && other != null && before.equals(after);
  }

  private @Nullable Rest rest(Recorded side, int word, int counter) {
    if (!side.thread().isAlive()) {
      return Rest.ENDED;
    }
    Rest before = new Rest(side.calls(), words.getVolatile(counter));
    boolean asleep = side.mayBlock() && words.waiters(word) > 0;
    Rest after = new Rest(side.calls(), words.getVolatile(counter));
    return asleep && before.equals(after) ? after : null;
  }

  private void interrupt(Recorded side, int word) {
    if (interrupts > 0 && words.waiters(word) > 0) {
      interrupts--;
      side.thread().interrupt();
      trial.count("interrupts", 1);
    }
  }

  private static void stop(Recorded side) {
    side.end();
    try {
      side.thread().join(TimeUnit.NANOSECONDS.toMillis(LIMIT_NANOS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Throwable failure = side.failure();
    if (failure != null) {
      throw new IllegalStateException(side.thread().getName() + " failed", failure);
    }
  }

  private void judge() {
    List<HistoryEvent> all = new ArrayList<>(producer.events());
    all.addAll(consumer.events());
    all.forEach(event -> trial.count(figure(event), 1));
    trial.count("operations", all.size());
    Finding finding = judged(all);
    if (finding != null) {
      String found = finding.text() + "\n" + script;
      trial.hear(new Violation(found, List.of(finding.rule()), finding.how()));
    }
  }

  private static String figure(HistoryEvent event) {
    return (event.op().label() + " " + event.outcome()).toLowerCase(Locale.ROOT);
  }

  /** What a property has to come by that samples many laps. */
  public static List<String> ofManyLaps() {
    return List.of(
        "put stored",
        "offer refused",
        "take element",
        "poll empty",
        "put pending",
        "take pending",
        "attached",
        "freshly made");
  }

  /** What a property has to come by that samples endings. */
  public static List<String> ofEnding() {
    return List.of(
        "put stored", "put refused", "take element", "take end", "close done", "cancel done");
  }

  private @Nullable Finding judged(List<HistoryEvent> all) {
    TraceHeader header =
        new TraceHeader(
            TraceKind.HISTORY, script.capacity() - 1, Profile.REFERENCE, true, "two threads");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TraceWriter.writeHistory(header, all, bytes);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      try (TraceReader reader = TraceReader.open(in, "history")) {
        return HistoryOracle.judge(reader).finding();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }
}

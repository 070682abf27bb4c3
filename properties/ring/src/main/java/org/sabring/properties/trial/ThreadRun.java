package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Oracles;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.sample.Script;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.TraceFinding;

/**
 * A run of a script on two real threads: the oracle judges what they were answered, and when both
 * are at rest memory has to hold what follows from the answers.
 */
public final class ThreadRun {

  /** For what no rule of waiting explains. Far more than any script takes. */
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** How long between two looks at the sides. */
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  private final Trial trial;
  private final Script script;
  private final RealRing ring;
  private final RingLayout layout;
  private final CountedWaits waits;
  private final RecordedSide producer;
  private final RecordedSide consumer;
  private int interrupts;

  private ThreadRun(Trial trial, Script script, MemoryKind memory, boolean padded) {
    this.trial = trial;
    this.script = script;
    interrupts = script.interrupts();
    trial.begin();
    ring = RealRing.of(memory, padded, script.capacity(), script.start());
    layout = ring.layout();
    waits = new CountedWaits(ring.words());
    boolean used = !script.start().equals(Start.ZERO);
    CursorRing one = used ? attach() : create();
    CursorRing other = used ? attach() : one;
    AtomicLong clock = new AtomicLong();
    producer = new RecordedSide("producer", script.producer(), ring, one, clock);
    consumer = new RecordedSide("consumer", script.consumer(), ring, other, clock);
  }

  /** A ring that has been in use: each side attaches to it by itself. */
  private CursorRing attach() {
    trial.count("attached", 1);
    return CursorRing.attach(waits, layout);
  }

  private CursorRing create() {
    trial.count("freshly made", 1);
    return CursorRing.create(waits, layout);
  }

  /** Carries the script out, and throws what is found that the trial is about. */
  public static void judge(Trial trial, Script script, MemoryKind memory, boolean padded) {
    ThreadRun run = new ThreadRun(trial, script, memory, padded);
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
        throw new Violation("no end after " + LIMIT_NANOS + " ns\n" + script, Rule.RB301);
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
    Rest before = rest(producer, layout.read());
    Rest other = rest(consumer, layout.write());
    Rest after = rest(producer, layout.read());
    return before != null && other != null && before.equals(after);
  }

  private @Nullable Rest rest(RecordedSide side, int word) {
    if (!side.thread().isAlive()) {
      return Rest.ENDED;
    }
    Rest before = new Rest(side.calls(), waits.on(word));
    boolean asleep = side.mayBlock() && ring.words().waiters(word) > 0;
    Rest after = new Rest(side.calls(), waits.on(word));
    return asleep && before.equals(after) ? after : null;
  }

  private void interrupt(RecordedSide side, int word) {
    if (interrupts > 0 && ring.words().waiters(word) > 0) {
      interrupts--;
      side.thread().interrupt();
      trial.count("interrupts", 1);
    }
  }

  private static void stop(RecordedSide side) {
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
    TraceFinding finding = Oracles.ofCalls(script.capacity(), all);
    if (finding != null) {
      String found = finding.text() + "\n" + script;
      trial.hear(new Violation(found, List.of(finding.rule()), finding.how()));
    }
    List<Violation> others = new AtRest(ring, all).violations();
    waited(others, "PRODUCER_WAITS", layout.producerWaits(), layout.read());
    waited(others, "CONSUMER_WAITS", layout.consumerWaits(), layout.write());
    for (RecordedSide side : List.of(producer, consumer)) {
      Violation difference = side.difference();
      if (difference != null) {
        others.add(difference);
      }
    }
    for (Violation other : others) {
      trial.hear(new Violation(other.found() + "\n" + script, other.rules(), null));
    }
  }

  private void waited(List<Violation> found, String name, int counter, int word) {
    int counted = ring.grown(counter);
    int begun = waits.on(word);
    trial.count("waits", begun);
    if (counted != begun) {
      String text = "%s has grown by %d, and %d waits began".formatted(name, counted, begun);
      found.add(new Violation(text, Rule.RB403));
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
        "freshly made",
        "waits");
  }

  /** What a property has to come by that samples endings. */
  public static List<String> ofEnding() {
    return List.of(
        "put stored", "put refused", "take element", "take end", "close done", "cancel done");
  }
}

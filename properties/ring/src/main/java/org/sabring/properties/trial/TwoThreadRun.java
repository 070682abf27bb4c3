package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB104;
import static org.sabring.spec.Rule.RB203;
import static org.sabring.spec.Rule.RB204;
import static org.sabring.spec.Rule.RB301;
import static org.sabring.spec.Rule.RB402;
import static org.sabring.spec.Rule.RB403;
import static org.sabring.spec.Rule.RB501;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sabring.memory.SharedInts;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Setup;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Rule;

/** Carries a plan out with two threads, watches that they end, and looks at what they leave. */
public final class TwoThreadRun {

  /** For what no rule of waiting explains. Far more than any plan takes. */
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** How long between two looks at the sides. */
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final Trial trial;
  private final Plan plan;
  private final Waits waits = new Waits();
  private final Subject subject;
  private final ProducerWorker producer;
  private final ConsumerWorker consumer;

  private TwoThreadRun(Trial trial, Plan plan, boolean countWaits) {
    this.trial = trial;
    this.plan = plan;
    subject = countWaits ? trial.subject(plan.setup(), waits::over) : trial.subject(plan.setup());
    for (int slot = 0; slot < plan.setup().capacity(); slot++) {
      subject.words().setVolatile(subject.layout().slot(slot), plan.element(-1)); // never put
    }
    producer = new ProducerWorker(plan, subject, this::takesBegun);
    consumer = new ConsumerWorker(plan, subject, producer::begun, producer::hasClosed);
  }

  /** On the ring with nothing between it and its memory. */
  public static void carryOut(Trial trial, Plan plan) {
    TwoThreadRun run = new TwoThreadRun(trial, plan, false);
    heard(trial, run::run);
  }

  /** The same, and each wait is counted by somebody else too. */
  public static void carryOutAndCountWaits(Trial trial, Plan plan) {
    TwoThreadRun run = new TwoThreadRun(trial, plan, true);
    heard(trial, run::runAndCountWaits);
  }

  private static void heard(Trial trial, Runnable run) {
    try {
      run.run();
    } catch (Violation violation) {
      trial.hear(violation);
    }
  }

  private void runAndCountWaits() {
    run();
    RingLayout layout = subject.layout();
    expect("PRODUCER_WAITS", layout.producerWaits(), waits.on(layout.read()), RB403);
    expect("CONSUMER_WAITS", layout.consumerWaits(), waits.on(layout.write()), RB403);
  }

  private int takesBegun() {
    return consumer.begun();
  }

  private void run() {
    producer.start();
    consumer.start();
    try {
      watch();
    } finally {
      stop(producer);
      stop(consumer);
    }
    judge();
    tally();
  }

  private void watch() {
    Sleepers sleepers = new Sleepers(producer, consumer);
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!producer.isDone() || !consumer.isDone()) {
      checkFailure(producer);
      checkFailure(consumer);
      Violation asleep = sleepers.find();
      if (asleep != null) {
        checkFailure(producer);
        checkFailure(consumer);
        throw asleep;
      }
      if (System.nanoTime() > deadline) {
        throw new Violation("no end after " + LIMIT_NANOS + " ns. " + sleepers.scene(), RB301);
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    checkFailure(producer);
    checkFailure(consumer);
  }

  private static void checkFailure(Worker worker) {
    Throwable failure = worker.failure();
    if (failure instanceof Violation violation) {
      throw violation;
    } else if (failure != null) {
      throw new IllegalStateException(worker.thread().getName() + " failed", failure);
    }
  }

  private static void stop(Worker worker) {
    if (!worker.isDone()) {
      worker.thread().interrupt();
    }
    try {
      worker.thread().join(TimeUnit.NANOSECONDS.toMillis(LIMIT_NANOS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Both are at rest, and everything can be asked. */
  private void judge() {
    Setup setup = plan.setup();
    RingLayout layout = subject.layout();
    int stored = producer.total();
    int taken = consumer.total();
    if (consumer.hasEnded()) {
      check(taken == stored, taken + " taken before END, expected " + stored, RB102, RB501);
    }
    int left = stored - taken;
    check(left >= 0 && left < setup.capacity(), left + " left in the ring", RB104);
    expect("PRODUCED", layout.produced(), stored, RB402);
    expect("CONSUMED", layout.consumed(), taken, RB402);
    expectCursor("WRITE", layout.write(), stored, producer.hasClosed());
    expectCursor("READ", layout.read(), taken, !consumer.hasEnded());
    SharedInts words = subject.words();
    for (int number = taken; number < stored; number++) {
      int found = words.getVolatile(layout.slot((setup.at() + number) % setup.capacity()));
      int expected = plan.element(number);
      check(found == expected, found + " is stored, expected " + expected, RB102, RB203);
    }
  }

  private void expect(String name, int word, int grown, Rule rule) {
    int found = subject.words().getVolatile(word) - plan.setup().counted();
    check(found == grown, name + " has grown by " + found + ", expected " + grown, rule);
  }

  private void expectCursor(String name, int word, int moves, boolean flagged) {
    int cursor = (plan.setup().at() + moves) % plan.setup().capacity();
    int expected = flagged ? cursor | RingLayout.FLAG : cursor;
    int found = subject.words().getVolatile(word);
    check(found == expected, "%s=%x, expected %x".formatted(name, found, expected), RB204);
  }

  private static void check(boolean holds, String found, Rule... rules) {
    Violation.check(holds, found, rules);
  }

  private void tally() {
    Setup setup = plan.setup();
    SharedInts words = subject.words();
    RingLayout layout = subject.layout();
    trial.count("stored", producer.total());
    trial.count("wraps", (setup.at() + producer.total()) / setup.capacity());
    trial.count("producer calls", producer.calls());
    trial.count("consumer calls", consumer.calls());
    trial.count("producer waits", grown(words, layout.producerWaits()));
    trial.count("consumer waits", grown(words, layout.consumerWaits()));
  }

  private int grown(SharedInts words, int counter) {
    return words.getVolatile(counter) - plan.setup().counted();
  }
}

package org.sabring.properties.trial;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;
import static org.sabring.spec.Rule.RB301;
import static org.sabring.spec.Rule.RB304;
import static org.sabring.spec.Rule.RB501;
import static org.sabring.spec.Rule.RB503;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Worker.Sleep;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Rule;

/**
 * Finds lost wake-ups without a clock, from what the waiter lists and wait counters say.
 *
 * <p>Deadlock: a side sleeps in one and the same wait before and after the other was seen asleep or
 * done. In that instant nobody was left to notify. Lost wake-up: a side sleeps though the memory
 * gives it a reason to wake, and still does when the other has come back from the call it was then
 * in, and with it from the notification it owed.
 */
final class Sleepers {

  /** One would do; with more the peer may end first, and that says more. */
  private static final int CALLS = 1000;

  private final Worker producer;
  private final Worker consumer;
  private final Suspect suspectedProducer = new Suspect();
  private final Suspect suspectedConsumer = new Suspect();

  /** A side that was seen asleep with a reason to wake. */
  private static final class Suspect {
    private @Nullable Sleep sleep;
    private long peerCalls;
  }

  Sleepers(Worker producer, Worker consumer) {
    this.producer = producer;
    this.consumer = consumer;
  }

  /**
   * The violation if a side will sleep for ever; null as far as can be told now. The order of the
   * looks matters: who is asleep is asked after how far the other has come.
   */
  @Nullable Violation find() {
    long producerCalls = producer.calls();
    long consumerCalls = consumer.calls();
    boolean producerDone = producer.isDone();
    Sleep producerSleep = producer.sleep();
    boolean consumerDone = consumer.isDone();
    Sleep consumerSleep = consumer.sleep();
    boolean stuckProducer = producerSleep != null && (consumerDone || consumerSleep != null);
    boolean stuckConsumer = consumerSleep != null && (producerDone || producerSleep != null);
    if (stuckProducer || stuckConsumer) {
      boolean still = producerSleep == null || producerSleep.equals(producer.sleep());
      return still ? deadlock(producerSleep, consumerSleep) : null;
    }
    if (lost(suspectedProducer, producerSleep, producerMayWake(), consumer, consumerCalls)) {
      return new Violation("the producer sleeps though it could go on. " + scene(), RB301);
    }
    if (lost(suspectedConsumer, consumerSleep, consumerMayWake(), producer, producerCalls)) {
      return new Violation("the consumer sleeps though it could go on. " + scene(), RB301);
    }
    return null;
  }

  private static boolean lost(
      Suspect suspect, @Nullable Sleep sleep, boolean mayWake, Worker peer, long peerCalls) {
    if (sleep != null && sleep.equals(suspect.sleep)) {
      return peerCalls > suspect.peerCalls + CALLS;
    }
    suspect.sleep = null;
    if (sleep != null && mayWake) {
      suspect.peerCalls = peer.calls();
      suspect.sleep = sleep;
    }
    return false;
  }

  private Violation deadlock(@Nullable Sleep producerSleep, @Nullable Sleep consumerSleep) {
    List<Rule> rules = new ArrayList<>(List.of(RB301, RB304));
    String found = "nobody is left to notify: ";
    if (producerSleep != null) {
      found += "the producer sleeps. ";
      if (consumer.isDone()) {
        rules.add(RB503);
      }
    }
    if (consumerSleep != null) {
      found += "the consumer sleeps. ";
      if (producer.isDone()) {
        rules.add(RB501);
      }
    }
    return new Violation(found + scene(), rules.toArray(new Rule[0]));
  }

  private boolean producerMayWake() {
    RingLayout layout = producer.subject.layout();
    int read = word(layout.read());
    return isFlagged(read) || layout.next(cursor(word(layout.write()))) != read;
  }

  private boolean consumerMayWake() {
    RingLayout layout = consumer.subject.layout();
    int write = word(layout.write());
    return isFlagged(write) || write != cursor(word(layout.read()));
  }

  private int word(int index) {
    return producer.subject.words().getVolatile(index);
  }

  /** The cursors and where both threads are. */
  String scene() {
    RingLayout layout = producer.subject.layout();
    SharedInts words = producer.subject.words();
    StringBuilder scene = new StringBuilder();
    scene.append("WRITE=").append(show(words, layout.write()));
    scene.append(" READ=").append(show(words, layout.read()));
    for (Worker worker : List.of(producer, consumer)) {
      scene.append("\n").append(worker.thread().getName());
      scene.append(" ").append(worker.thread().getState());
      for (StackTraceElement frame : worker.thread().getStackTrace()) {
        scene.append("\n    at ").append(frame);
      }
    }
    return scene.toString();
  }

  private static String show(SharedInts words, int index) {
    return org.sabring.spec.RingLayout.show(words.getVolatile(index));
  }
}

package org.sabring.properties.trial;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB104;
import static org.sabring.spec.Rule.RB502;

import java.util.List;
import java.util.function.IntSupplier;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Turn;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;

/** Stores the elements of a plan, then closes. */
final class ProducerWorker extends Worker {

  private final Producer producer;

  /** How many takes have begun: no fewer than elements have left the ring. */
  private final IntSupplier takesBegun;

  /** How many elements may have been put. */
  private volatile int begun;

  /** Close has come back. */
  private volatile boolean closed;

  private int stored;
  private boolean cancelled;

  ProducerWorker(Plan plan, Subject subject, IntSupplier takesBegun) {
    super("producer", plan, subject);
    this.producer = subject.ring().producer();
    this.takesBegun = takesBegun;
  }

  @Override
  int waitsOn() {
    return subject.layout().read();
  }

  @Override
  int waitCounter() {
    return subject.layout().producerWaits();
  }

  @Override
  List<Turn> turns() {
    return plan.producer();
  }

  @Override
  boolean call(Turn turn) throws InterruptedException {
    if (stored == plan.elements()) {
      Violation.check(producer.close(), "close answered false, expected true", RB502);
      closed = true;
      return false;
    }
    begun = stored + 1;
    Offered answer = store(plan.element(stored), turn.how());
    switch (answer) {
      case STORED -> stored();
      case CANCELLED -> cancelled();
      case FULL, TIMED_OUT -> pause();
      case CLOSED -> throw new Violation("CLOSED before close", RB502);
    }
    checkDifference();
    return !cancelled;
  }

  private Offered store(int element, Turn.How how) throws InterruptedException {
    return switch (how) {
      case WAIT -> producer.put(element);
      case TIMED -> producer.put(element, 20, MICROSECONDS);
      case NOW -> producer.offer(element);
      case DRAIN -> throw new IllegalArgumentException("producer turn=DRAIN");
    };
  }

  private void stored() {
    stored++;
    int inside = stored - takesBegun.getAsInt();
    int bound = subject.layout().capacity() - 1;
    Violation.check(inside <= bound, inside + " stored, expected at most " + bound, RB104);
  }

  /** It is final: not even a put that waits for ever waits. */
  private void cancelled() throws InterruptedException {
    Violation.check(plan.cancelAfter() >= 0, "CANCELLED and nobody cancelled", RB102, RB502);
    cancelled = true;
    mayBlock();
    Offered again = producer.put(0);
    Violation.check(again == Offered.CANCELLED, again + " after CANCELLED", RB502);
  }

  int begun() {
    return begun;
  }

  /** How many were stored. Once the thread has ended. */
  int total() {
    return stored;
  }

  boolean hasClosed() {
    return closed;
  }
}

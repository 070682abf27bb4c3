package org.sabring.spec.oracle;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.linear.ProducerLog;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.trace.TraceReader;

/**
 * The check of a history's end: all that came back took effect, and who still waits has a reason
 * to.
 */
final class HistoryEnding {
  private final TraceReader reader;
  private final Frontier frontier;
  private final ProducerLog log;
  private final @Nullable HistoryEvent consumer;
  private final int effects;
  private final @Nullable HistoryEvent stuck;
  private final @Nullable HistoryEvent producer;

  /**
   * @param frontier with the producer as far as it can come
   * @param consumer the consumer's last call, if that never came back
   * @param effects how many of its parts took effect all the same
   */
  HistoryEnding(TraceReader reader, Frontier frontier, @Nullable HistoryEvent consumer, int effects)
      throws IOException {
    this.reader = reader;
    this.frontier = frontier;
    this.consumer = consumer;
    this.effects = effects;
    log = frontier.log();
    HistoryEvent next = frontier.next(Moment.NEVER);
    stuck = next != null && next.hasReturn() ? next : null;
    HistoryEvent last = stuck == null && log.end() > 0 ? log.get(log.end() - 1) : null;
    producer = last != null && !last.hasReturn() ? last : null;
  }

  /** Whether the producer made a call that came back and that nothing explains. */
  boolean isStuck() {
    return stuck != null;
  }

  /** What breaks the law here; null if nothing does. */
  @Nullable TraceFinding find() {
    if (stuck != null) {
      return new HistoryBlame(reader.file(), frontier, frontier.high()).producer(stuck);
    }
    if (!reader.header().complete()) {
      return null;
    }
    long returned = log.end() - log.pending();
    long at = -1;
    for (long i = returned; i <= log.end(); i++) {
      if (isCalm(i)) {
        return null;
      }
      at = at < 0 && frontier.reaches(i) ? i : at;
    }
    HistoryBlame blame = new HistoryBlame(reader.file(), frontier, at);
    if (producer != null && !mayProducerWait(at)) {
      return blame.producerAsleep(producer);
    }
    return consumer == null ? null : blame.consumerAsleep(consumer);
  }

  /** Whether it can have ended after {@code i} operations of the producer, and who waits may. */
  private boolean isCalm(long i) {
    return frontier.reaches(i) && mayProducerWait(i) && mayConsumerWait(i);
  }

  /** A batch may wait for room for all that is left of it. */
  private boolean mayProducerWait(long i) {
    long left = log.end() - i;
    boolean full = frontier.stored(i) + left > frontier.bound();
    return producer == null || !producer.isGiving() || (left > 0 && full && isOpen(i));
  }

  /** A batch may wait for more. */
  private boolean mayConsumerWait(long i) {
    boolean empty = frontier.stored(i) == 0;
    return consumer == null
        || !consumer.isRemoving()
        || (effects < consumer.parts() && empty && isOpen(i));
  }

  private boolean isOpen(long i) {
    return !log.isClosedBefore(i) && !frontier.isCancelled();
  }
}

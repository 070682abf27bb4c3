package org.sabring.spec.linear;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceReader;

/**
 * A demultiplexer of a history into its two sides. The file interleaves them in any way, so
 * whichever side runs ahead in it is buffered.
 */
public final class HistorySource {

  /** Where the lines come from. */
  public interface Lines {
    /** The next line; null if there is none. */
    @Nullable HistoryEvent next() throws IOException;
  }

  private final Lines lines;
  private final ProducerLog producer;
  private final Queue<HistoryEvent> consumer = new ArrayDeque<>();
  private @Nullable HistoryEvent current;
  private int part;
  private long events;

  public HistorySource(TraceReader reader) {
    this(reader.header(), reader::nextOperation);
  }

  public HistorySource(TraceHeader header, Lines lines) {
    this.lines = lines;
    producer = new ProducerLog(header.bound());
  }

  /** The producer's operations as far as they are read. */
  public ProducerLog producer() {
    return producer;
  }

  /** How many lines were read after the header. */
  public long events() {
    return events;
  }

  /** Whether the producer has an operation {@code index}; reads on to find out. */
  public boolean hasProducer(long index) throws IOException {
    boolean more = true;
    while (producer.end() <= index && more) {
      more = read();
    }
    return producer.end() > index;
  }

  /**
   * The consumer's next operation, of a batch the next part; of a call that never came back all
   * together. Null if there is none.
   */
  public @Nullable HistoryEvent nextConsumer() throws IOException {
    while (current == null || part == (current.hasReturn() ? current.parts() : 1)) {
      boolean more = true;
      while (consumer.isEmpty() && more) {
        more = read();
      }
      current = consumer.poll();
      part = 0;
      if (current == null) {
        return null;
      }
    }
    HistoryEvent next = current.hasReturn() ? current.part(part) : current;
    part++;
    return next;
  }

  /** Reads what is left, so that nothing malformed goes unseen. */
  public void readAll() throws IOException {
    boolean more = true;
    while (more) {
      more = read();
    }
  }

  private boolean read() throws IOException {
    HistoryEvent event = lines.next();
    if (event == null) {
      return false;
    }
    events++;
    if (event.side() == RingSide.PRODUCER) {
      for (int i = 0; i < event.parts(); i++) {
        producer.add(event.part(i));
      }
    } else {
      consumer.add(event);
    }
    return true;
  }
}

package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.linear.HistorySource;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceReader;

/**
 * The linearizability checker of histories: whether the operations can be put into one order in
 * which a bounded FIFO with close and cancel gives the same answers, and in which no operation
 * comes before one that had come back when it was called.
 *
 * <p>The queue is empty at first. What it allows:
 *
 * <ul>
 *   <li>An element is stored if there is room, or the consumer has cancelled (and throws away what
 *       comes), and the queue is not closed.
 *   <li>An offer is refused if the queue is full, closed or cancelled; a put if it is closed or
 *       cancelled.
 *   <li>The oldest element is taken, seen or skipped, unless the consumer has cancelled.
 *   <li>The consumer is told empty if nothing is stored and the queue is not closed, the end if
 *       nothing is stored and it is closed, and either after cancel.
 *   <li>A call that never came back has taken effect at some time, or not at all.
 * </ul>
 *
 * <p>If the recording is complete, a put or a take that never came back must have had a reason to
 * wait: full, or empty (RB301, RB503). What is left in the queue in the end is no finding.
 *
 * <p>A batch is a sequence of single operations, each of which takes effect at a time of its own
 * within the call. It may come back short, but not with nothing: that it stored or took some says
 * nothing of why it was not more.
 *
 * <p>With one producer and one consumer it takes one pass. Memory: the elements stored, the
 * operations that overlap, and, where the file does not interleave the sides by time, what one side
 * is ahead of the other. With several of a side, or where a full queue drops its oldest element,
 * see {@link ThreadsOracle}.
 */
public final class HistoryOracle {
  private static final String ORDER =
      "shows nothing about memory order, only what callers were answered; what does: ./sabring"
          + " explore --queue for a class of the JVM, ./sabring check for recorded steps with modes";

  private final TraceReader reader;
  private final HistorySource source;
  private final Frontier frontier;

  private HistoryOracle(TraceReader reader, HistorySource.Lines lines) {
    this.reader = reader;
    source = new HistorySource(reader.header(), lines);
    frontier = new Frontier(source, reader.header().bound());
  }

  /**
   * Judges the rest of a history, up to its first violation.
   *
   * @throws MalformedTrace if a line is malformed, as far as lines were read
   */
  public static Judgement judge(TraceReader reader) throws IOException {
    Deque<HistoryEvent> read = beginning(reader);
    boolean several = read.stream().anyMatch(event -> !event.caller().isOnly());
    if (several || reader.header().overwrites()) {
      ThreadsOracle threads = new ThreadsOracle(reader);
      threads.judge(read);
      return judgement(reader, threads.events(), threads.finding(), threads.misfit());
    }
    HistorySource.Lines lines = () -> read.isEmpty() ? reader.nextOperation() : read.remove();
    HistoryOracle oracle = new HistoryOracle(reader, lines);
    TraceFinding finding = oracle.findFirst();
    if (finding == null) {
      oracle.source.readAll();
    }
    return judgement(reader, oracle.source.events(), finding, null);
  }

  /**
   * Reads on until both sides, or the end, have come. Then it is known whether a side has several
   * threads, and nothing has been judged.
   */
  private static Deque<HistoryEvent> beginning(TraceReader reader) throws IOException {
    Deque<HistoryEvent> read = new ArrayDeque<>();
    Set<RingSide> sides = EnumSet.noneOf(RingSide.class);
    boolean more = true;
    while (more && sides.size() < RingSide.values().length) {
      HistoryEvent event = reader.nextOperation();
      more = event != null && event.caller().isOnly();
      if (event != null) {
        read.add(event);
        sides.add(event.side());
      }
    }
    return read;
  }

  static Judgement judgement(
      TraceReader reader, long events, @Nullable TraceFinding finding, @Nullable String misfit) {
    List<String> notes = new ArrayList<>();
    if (finding != null) {
      notes.add("judged up to the first violation");
    } else if (misfit == null && events > 0) {
      if (!reader.header().complete()) {
        notes.add("not complete: a side left asleep is not a finding");
      }
      notes.add(ORDER);
    }
    return new Judgement(reader.file(), reader.header(), events, finding, misfit, notes);
  }

  private @Nullable TraceFinding findFirst() throws IOException {
    HistoryEvent next = source.nextConsumer();
    while (next != null && next.hasReturn()) {
      frontier.extend(next.call(), next.returned());
      if (!frontier.pass(next)) {
        return HistoryBlame.consumer(reader.file(), frontier, next);
      }
      next = source.nextConsumer();
    }
    return findAtEnd(next);
  }

  /** Judges how it ends, with the consumer's last call if that never came back. */
  private @Nullable TraceFinding findAtEnd(@Nullable HistoryEvent pending) throws IOException {
    Moment call = pending == null ? Moment.NEVER : pending.call();
    int parts = pending == null || !hasEffect(pending) ? 0 : pending.parts();
    TraceFinding first = null;
    boolean stuck = true;
    for (int effects = 0; ; effects++) {
      frontier.extend(call, Moment.NEVER);
      HistoryEnding ending = new HistoryEnding(reader, frontier, pending, effects);
      TraceFinding finding = ending.find();
      first = finding == null || stuck ? finding : first;
      if (first == null || pending == null || effects == parts || !frontier.pass(pending)) {
        return first;
      }
      stuck = ending.isStuck();
    }
  }

  /** Whether a call that never came back can have taken effect. */
  private static boolean hasEffect(HistoryEvent pending) {
    return pending.isRemoving() || pending.op() == OperationKind.CANCEL;
  }
}

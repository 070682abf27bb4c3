package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.linear.Clash;
import org.sabring.spec.linear.Contradictions;
import org.sabring.spec.linear.DeadEnd;
import org.sabring.spec.linear.OperationTable;
import org.sabring.spec.linear.OrderSearch;
import org.sabring.spec.trace.TraceReader;

/**
 * The linearizability checker of histories with several producers or consumers, and of queues that
 * overwrite: in memory, first by what no order can explain, which takes {@code n log n}, then by a
 * search for an order, which may give up.
 */
final class ThreadsOracle {
  /** As many calls are kept in memory. */
  private static final int MOST_CALLS = 2_000_000;

  /** As many configurations are tried: 256 MB of memory at most. */
  private static final int MOST_CONFIGURATIONS = 4_000_000;

  private final TraceReader reader;
  private final int mostCalls;
  private final int mostConfigurations;
  private final List<HistoryEvent> events = new ArrayList<>();
  private long count;
  private @Nullable TraceFinding finding;
  private @Nullable String misfit;

  ThreadsOracle(TraceReader reader) {
    this(reader, MOST_CALLS, MOST_CONFIGURATIONS);
  }

  ThreadsOracle(TraceReader reader, int mostCalls, int mostConfigurations) {
    this.reader = reader;
    this.mostCalls = mostCalls;
    this.mostConfigurations = mostConfigurations;
  }

  /**
   * Judges a history.
   *
   * @param read the events that were read already
   */
  void judge(Collection<HistoryEvent> read) throws IOException {
    events.addAll(read);
    count = read.size();
    for (HistoryEvent event = reader.nextOperation();
        event != null;
        event = reader.nextOperation()) {
      count++;
      if (count <= mostCalls) {
        events.add(event);
      }
    }
    if (count > mostCalls) {
      misfit =
          "gave up after %,d calls: with several threads, or with \"overwrites\", a history is"
                  .formatted(mostCalls)
              + " judged in memory; record a shorter run";
      return;
    }
    OperationTable table = new OperationTable(reader.header(), events);
    Clash clash = Contradictions.find(table);
    if (clash == null) {
      clash = search(table);
    }
    finding = clash == null ? null : finding(clash);
  }

  private @Nullable Clash search(OperationTable table) {
    OrderSearch search = new OrderSearch(table, mostConfigurations);
    OrderSearch.End end = search.run();
    if (end == OrderSearch.End.GAVE_UP) {
      misfit =
          "gave up after %,d configurations: too many calls overlap for too long; record fewer"
                  .formatted(mostConfigurations)
              + " threads, a finer clock or a shorter run, or give each element its own value";
    }
    return end == OrderSearch.End.NONE ? DeadEnd.of(table, search, mostConfigurations) : null;
  }

  private TraceFinding finding(Clash clash) {
    String title = "One order as far as it goes, up to what no order explains";
    return new TraceFinding(
        clash.rule(),
        reader.file(),
        clash.event().line(),
        clash.found(),
        clash.allowed(),
        new Interleaving(title, clash.lines()));
  }

  @Nullable TraceFinding finding() {
    return finding;
  }

  @Nullable String misfit() {
    return misfit;
  }

  /** How many lines were read after the header. */
  long events() {
    return count;
  }
}

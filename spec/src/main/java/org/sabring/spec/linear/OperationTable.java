package org.sabring.spec.linear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;
import org.sabring.spec.trace.TraceHeader;

/**
 * The single operations of a whole history, by threads, each in the order of its calls: batches are
 * taken apart, times are ranks, values are numbers.
 */
public final class OperationTable {
  private final TraceHeader header;
  private final List<SingleOperation[]> threads = new ArrayList<>();
  private final Map<Scalar, Integer> values = new HashMap<>();
  private final Moment[] times;

  public OperationTable(TraceHeader header, List<HistoryEvent> events) {
    this.header = header;
    times =
        events.stream()
            .flatMap(event -> Stream.of(event.call(), event.returned()))
            .filter(time -> !time.equals(Moment.NEVER))
            .sorted()
            .distinct()
            .toArray(Moment[]::new);
    long stores = events.stream().filter(HistoryEvent::isGiving).mapToLong(e -> e.parts()).sum();
    Map<Caller, List<SingleOperation>> byThread = new LinkedHashMap<>();
    for (HistoryEvent event : events) {
      List<SingleOperation> own =
          byThread.computeIfAbsent(event.caller(), caller -> new ArrayList<>());
      // Nobody can drop more than there is: one too many is as wrong as a million.
      int parts = event.isGiving() ? event.parts() : (int) Math.min(event.parts(), stores + 1);
      for (int i = 0; i < parts; i++) {
        own.add(action(event.part(i)));
      }
    }
    byThread.values().forEach(own -> threads.add(own.toArray(SingleOperation[]::new)));
    foresee();
  }

  private SingleOperation action(HistoryEvent part) {
    int value =
        part.values().isEmpty()
            ? -1
            : values.computeIfAbsent(part.value(), scalar -> values.size());
    return new SingleOperation(
        part, rank(part.call()), rank(part.returned()), value, SingleOperation.NEVER - 1);
  }

  private int rank(Moment time) {
    return time.equals(Moment.NEVER) ? SingleOperation.NEVER : Arrays.binarySearch(times, time);
  }

  /** Matches what is stored with what is taken: the first of a value with the first. */
  private void foresee() {
    Map<Integer, Queue<SingleOperation>> takes = new HashMap<>();
    all()
        .filter(action -> action.removes() && action.outcome() == Outcome.ELEMENT)
        .sorted(Comparator.comparingInt(SingleOperation::returned))
        .forEach(a -> takes.computeIfAbsent(a.value(), value -> new ArrayDeque<>()).add(a));
    record Place(int thread, int index) {}
    List<Place> stores =
        IntStream.range(0, threads.size())
            .boxed()
            .flatMap(
                thread ->
                    IntStream.range(0, threads.get(thread).length)
                        .filter(index -> threads.get(thread)[index].stores())
                        .mapToObj(index -> new Place(thread, index)))
            .sorted(Comparator.comparingInt(place -> threads.get(place.thread)[place.index].call()))
            .toList();
    for (Place place : stores) {
      SingleOperation[] own = threads.get(place.thread);
      Queue<SingleOperation> left = takes.get(own[place.index].value());
      SingleOperation take = left == null ? null : left.poll();
      if (take != null) {
        own[place.index] = own[place.index].takenAt(take.returned());
      }
    }
  }

  TraceHeader header() {
    return header;
  }

  /** The operations of each thread. */
  List<SingleOperation[]> threads() {
    return threads;
  }

  /** The operations of all threads. */
  Stream<SingleOperation> all() {
    return threads.stream().flatMap(Arrays::stream);
  }

  /** How many single operations there are. */
  int size() {
    return threads.stream().mapToInt(own -> own.length).sum();
  }
}

package org.sabring.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The pipes of a Readable: its destinations, and those it waits for. It flows on only when all are
 * drained. Loop thread only.
 */
final class Pipes<T> {

  private final Readable<T> source;
  private final ReadState<T> state;
  private List<Writable<? super T>> destinations = new ArrayList<>();

  /** Those whose event drain the source waits for. */
  private final Set<Writable<? super T>> awaited = new LinkedHashSet<>();

  /** There were several destinations, and since then no single one was full. */
  private boolean several;

  Pipes(Readable<T> source, ReadState<T> state) {
    this.source = source;
    this.state = state;
  }

  void add(Writable<? super T> destination, boolean end) {
    destinations.add(destination);
    several |= destinations.size() == 2;
    new Pipe<>(source, this, destination).open(end, state.endEmitted);
  }

  /** A new pipe can take chunks. */
  void start() {
    if (!state.isFlowing()) {
      source.resume();
    }
  }

  void remove(Writable<? super T> destination) {
    int index = destinations.indexOf(destination);
    if (index < 0) {
      return;
    }
    destinations.remove(index);
    if (destinations.isEmpty()) {
      source.pause();
    }
    destination.unpiped().emit(new Unpiped(source));
  }

  void removeAll() {
    if (destinations.isEmpty()) {
      return;
    }
    List<Writable<? super T>> all = destinations;
    destinations = new ArrayList<>();
    source.pause();
    all.forEach(destination -> destination.unpiped().emit(new Unpiped(source)));
  }

  /** The source has handed out a chunk again, so it waits for nobody. */
  void forgetDrains() {
    awaited.clear();
  }

  /** The destination is full. */
  void await(Writable<? super T> destination) {
    if (destinations.size() == 1 && destinations.contains(destination)) {
      awaited.clear();
      several = false;
    }
    if (destinations.contains(destination)) {
      awaited.add(destination);
    }
    source.pause();
  }

  /** Whether it may be waiting. */
  boolean mayWait() {
    return several || !awaited.isEmpty();
  }

  void drained(Writable<? super T> destination) {
    awaited.remove(destination);
    if (awaited.isEmpty() && state.dataListening) {
      source.resume();
    }
  }
}

package org.sabring.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An event of a stream, and its listeners. Everything here is for the stream's loop thread only.
 *
 * <p>As in Node, an event goes to those who listened when it began: who is added meanwhile does not
 * hear it, who is removed meanwhile still does. A listener added twice is called twice. What a
 * listener throws goes to whoever caused the event, and the later ones are not called.
 *
 * @param <A> what a listener gets
 */
public final class Event<A> {

  private final class Entry {
    final Consumer<? super A> listener;
    final boolean once;
    boolean fired;

    Entry(Consumer<? super A> listener, boolean once) {
      this.listener = listener;
      this.once = once;
    }

    void hear(A argument) {
      if (once) {
        if (fired) {
          return;
        }
        fired = true;
        remove(this);
      }
      listener.accept(argument);
    }
  }

  private final String name;
  private final Runnable added;
  private final Runnable removed;

  /** Never changed, but replaced: an event under way keeps the list that it began with. */
  private List<Entry> entries = List.of();

  Event(String name) {
    this(name, () -> {}, () -> {});
  }

  /** With what the stream does whenever a listener has been added or removed. */
  Event(String name, Runnable added, Runnable removed) {
    this.name = name;
    this.added = added;
    this.removed = removed;
  }

  /** Calls the listener at each event from now on. */
  public void on(Consumer<? super A> listener) {
    add(new Entry(listener, false), entries.size());
  }

  /** Calls the listener at the next event, and no more. */
  public void once(Consumer<? super A> listener) {
    add(new Entry(listener, true), entries.size());
  }

  /** As {@link #on}, before all that listen now. */
  void prepend(Consumer<? super A> listener) {
    add(new Entry(listener, false), 0);
  }

  /** Takes the listener off; of several, the one added last. Does nothing if it is not there. */
  public void off(Consumer<? super A> listener) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).listener == listener) {
        remove(entries.get(i));
        return;
      }
    }
    removed.run(); // Node does so too
  }

  /** How many listen. */
  public int listeners() {
    return entries.size();
  }

  /** Calls all that listen; false if nobody does. */
  boolean emit(A argument) {
    List<Entry> now = entries;
    now.forEach(entry -> entry.hear(argument));
    return !now.isEmpty();
  }

  private void add(Entry entry, int at) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(at, entry);
    entries = more;
    added.run();
  }

  private void remove(Entry entry) {
    List<Entry> fewer = new ArrayList<>(entries);
    fewer.remove(entry);
    entries = fewer;
    removed.run();
  }

  @Override
  public String toString() {
    return name;
  }
}

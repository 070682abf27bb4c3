package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.PropertyViolation;

/** A history of calls: what sides call, and what is answered, in the order of time. */
record CallHistory(List<Event> events) {

  /**
   * A call, or a return if there is an answer.
   *
   * @param answer as it arrives at a monitor
   */
  record Event(int side, MethodCall call, @Nullable Object answer) {
    @Override
    public String toString() {
      return (char) ('A' + side) + ": " + call + (answer == null ? "" : " -> " + answer);
    }
  }

  CallHistory {
    events = List.copyOf(events);
  }

  /** The same with one event more. */
  CallHistory with(Event event) {
    List<Event> more = new ArrayList<>(events);
    more.add(event);
    return new CallHistory(more);
  }

  /** The same with another answer in the place of one. */
  CallHistory answering(int index, Object answer) {
    List<Event> others = new ArrayList<>(events);
    others.set(index, new Event(events.get(index).side(), events.get(index).call(), answer));
    return new CallHistory(others);
  }

  CallHistory first(int count) {
    return new CallHistory(events.subList(0, count));
  }

  /** Where there are answers. */
  List<Integer> returns() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).answer() != null) {
        all.add(i);
      }
    }
    return all;
  }

  /** How many events a monitor hears without finding anything. */
  int heardBy(Monitor start) {
    Monitor monitor = start;
    for (int i = 0; i < events.size(); i++) {
      try {
        monitor = tell(monitor, events.get(i));
      } catch (PropertyViolation breach) {
        return i;
      }
    }
    return events.size();
  }

  /** The monitor after all of it. */
  Monitor monitorAfter(Monitor start) {
    Monitor monitor = start;
    for (Event event : events) {
      monitor = tell(monitor, event);
    }
    return monitor;
  }

  static Monitor tell(Monitor monitor, Event event) {
    return event.answer() == null
        ? monitor.called(event.side(), Hearing.operation(event.call()))
        : monitor.returned(event.side(), Hearing.operation(event.call()), event.answer());
  }
}

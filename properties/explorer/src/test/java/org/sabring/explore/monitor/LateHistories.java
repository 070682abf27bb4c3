package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.CallHistory.Event;
import org.sabring.explore.runtime.Access;

/** Histories whose times tell nothing, with a last side that polls, and programs that make them. */
final class LateHistories {

  private static final MethodCall POLL = MethodCall.of("poll");

  private LateHistories() {}

  /** The events in any order that keeps each side's. */
  static CallHistory shuffled(CallHistory history, int sides, Random random) {
    List<List<Event>> left = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      int own = side;
      left.add(new ArrayList<>(history.events().stream().filter(e -> e.side() == own).toList()));
    }
    List<Event> events = new ArrayList<>();
    while (events.size() < history.events().size()) {
      List<Event> own = left.get(random.nextInt(sides));
      if (!own.isEmpty()) {
        events.add(own.remove(0));
      }
    }
    return new CallHistory(events);
  }

  /** The same, and one side more polls, and gets that. */
  static CallHistory drained(CallHistory history, int side, List<Object> answers) {
    CallHistory drained = history;
    for (Object answer : answers) {
      drained = drained.with(new Event(side, POLL, null)).with(new Event(side, POLL, answer));
    }
    return drained;
  }

  /** What each side calls. */
  static List<List<MethodCall>> calls(CallHistory history, int sides) {
    List<List<MethodCall>> calls = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      int own = side;
      calls.add(
          history.events().stream()
              .filter(event -> event.side() == own && event.answer() == null)
              .map(Event::call)
              .toList());
    }
    return calls;
  }

  /** A program of these calls; the last side begins when the others have ended. */
  static Program program(List<List<MethodCall>> calls) {
    return program(calls, operation -> operation);
  }

  /** The same, and all of them may be made again. */
  static Program repeating(List<List<MethodCall>> calls) {
    return program(calls, operation -> operation.repeatedWhile(answer -> true));
  }

  private static Program program(
      List<List<MethodCall>> calls, UnaryOperator<Operation<Object>> as) {
    Program.Sharing<Object> program = Program.sharing(Object::new);
    for (int side = 0; side < calls.size(); side++) {
      char letter = (char) ('A' + side);
      List<Operation<Object>> own =
          calls.get(side).stream().map(Hearing::operation).map(as).toList();
      program = side < calls.size() - 1 ? program.side(letter, own) : program.last(letter, own);
    }
    return program.program();
  }

  /** The monitor when a side has taken a step. */
  static Monitor stepped(Monitor monitor, int side) {
    Access access =
        new Access(Access.Kind.LOAD, Mode.PLAIN, 0, 0, null, null, Access.Limit.NO_TIME);
    return monitor.stepped(new Step(side, Step.FIRST, access, 0, 0), MEMORY);
  }

  private static final Memory MEMORY =
      MemoryModel.SC.fresh(
          new Locations() {
            @Override
            public long initial(int location) {
              return 0;
            }

            @Override
            public boolean mayRace(int location) {
              return false;
            }

            @Override
            public int object(int location) {
              return -1;
            }
          },
          1);

  /** How many events are heard without a finding; one more if there is none at rest. */
  static int heard(CallHistory history, ProgramOrderMonitor<?> start, int last) {
    Monitor monitor = start;
    for (int i = 0; i < history.events().size(); i++) {
      Event event = history.events().get(i);
      try {
        monitor = CallHistory.tell(monitor, event);
        monitor = event.answer() == null && event.side() == last ? stepped(monitor, last) : monitor;
      } catch (PropertyViolation breach) {
        return i;
      }
    }
    try {
      ((ProgramOrderMonitor<?>) monitor).atRest();
      return history.events().size() + 1;
    } catch (PropertyViolation breach) {
      return history.events().size();
    }
  }
}

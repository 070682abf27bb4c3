package org.sabring.spec.oracle.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess.Kind;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;

/**
 * A side of a ring as a coroutine: its program is run again from its start, with the answers that
 * the memory gave, up to the first access that has no answer. So a program is written as any other.
 */
final class Side {

  /** The exception that leaves a program at an access without an answer. */
  @SuppressWarnings("serial")
  private static final class Pause extends RuntimeException {

    Pause() {
      super(null, null, false, false);
    }
  }

  final TraceThread thread;
  final List<Object> elements = new ArrayList<>(); // put, or taken
  @Nullable Line wanted; // the access that comes next; null at the end of the program

  private final Consumer<Side> program;
  private final Random random;
  private final List<Object> answers = new ArrayList<>();
  private int next;

  Side(TraceThread thread, Consumer<Side> program, Random random) {
    this.thread = thread;
    this.program = program;
    this.random = random;
  }

  /** Runs on to the next access. */
  void advance() {
    next = 0;
    elements.clear();
    wanted = null;
    try {
      program.accept(this);
    } catch (Pause atAnAccess) {
      Objects.requireNonNull(wanted);
    }
  }

  void answer(Object answer) {
    answers.add(answer);
  }

  private Object ask(Line line) {
    if (next < answers.size()) {
      return answers.get(next++);
    }
    wanted = line;
    throw new Pause();
  }

  /** A decision of the program's own. */
  boolean oneIn(int n) {
    if (next == answers.size()) {
      answers.add(random.nextInt(n) == 0);
    }
    return (Boolean) answers.get(next++);
  }

  private Line line(Kind kind, Place place, AccessMode mode) {
    Line line = new Line(thread, kind, place);
    line.mode = mode;
    return line;
  }

  int load(Place place, AccessMode mode) {
    return (Integer) ask(line(Kind.LOAD, place, mode));
  }

  void store(Place place, int value, AccessMode mode) {
    Line line = line(Kind.STORE, place, mode);
    line.value = value;
    ask(line);
  }

  int add(Place place, int by, AccessMode mode) {
    Line line = line(Kind.ADD, place, mode);
    line.by = by;
    return (Integer) ask(line);
  }

  WaitResult sleep(Place place, int expected, boolean timed) {
    Line line = line(Kind.WAIT, place, AccessMode.UNKNOWN);
    line.value = expected;
    line.timed = timed;
    return (WaitResult) ask(line);
  }

  void notifyOthers(Place place) {
    ask(line(Kind.NOTIFY, place, AccessMode.UNKNOWN));
  }

  void fence(AccessMode mode) {
    ask(line(Kind.FENCE, Place.OTHER, mode));
  }

  Object loadSlot(int index, int part, AccessMode mode) {
    Line line = line(Kind.LOAD, Place.DATA, mode);
    line.index = index;
    line.part = part;
    return ask(line);
  }

  void storeSlot(int index, int part, Object element, AccessMode mode) {
    Line line = line(Kind.STORE, Place.DATA, mode);
    line.index = index;
    line.part = part;
    line.element = element;
    ask(line);
  }

  /** A handshake's load: of a word of the ring, or of one that is no part of it. */
  int loadNewest(Place place, String name, AccessMode mode) {
    Line line = line(Kind.LOAD, place, mode);
    line.name = name;
    line.newest = true;
    return (Integer) ask(line);
  }

  void storeOther(String name, int value, AccessMode mode) {
    Line line = line(Kind.STORE, Place.OTHER, mode);
    line.name = name;
    line.value = value;
    ask(line);
  }

  void lock(AccessMode mode) {
    while (true) {
      Line line = line(Kind.LOAD, Place.OTHER, mode);
      line.name = "lock";
      line.swaps = true;
      if ((Integer) ask(line) == 0) {
        return;
      }
    }
  }
}

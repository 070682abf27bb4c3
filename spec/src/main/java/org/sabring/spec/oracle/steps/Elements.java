package org.sabring.spec.oracle.steps;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.scalar.Scalar;

/** The slots that are in use, by position: what was stored in each, and whether it was read. */
final class Elements {

  /** A word of a slot that has several. */
  private record Part(long position, int part) {}

  private @Nullable Scalar[] values = new @Nullable Scalar[16];
  private boolean[] written = new boolean[16];
  private boolean[] read = new boolean[16];
  private final Map<Part, Scalar> parts = new HashMap<>();
  private long start; // the oldest position that is kept
  private long end; // behind the newest

  /** Forgets everything and begins at a position. */
  void begin(long position) {
    start = position;
    end = position;
  }

  private int at(long position) {
    return (int) (position & (values.length - 1));
  }

  private boolean has(long position) {
    return start <= position && position < end;
  }

  private void reach(long position) {
    while (position - start >= values.length) {
      grow();
    }
    for (; end <= position; end++) {
      written[at(end)] = false;
      read[at(end)] = false;
      values[at(end)] = null;
    }
  }

  private void grow() {
    int length = 2 * values.length;
    @Nullable Scalar[] moreValues = new @Nullable Scalar[length];
    boolean[] moreWritten = new boolean[length];
    boolean[] moreRead = new boolean[length];
    for (long position = start; position < end; position++) {
      int to = (int) (position & (length - 1));
      moreValues[to] = values[at(position)];
      moreWritten[to] = written[at(position)];
      moreRead[to] = read[at(position)];
    }
    values = moreValues;
    written = moreWritten;
    read = moreRead;
  }

  void write(long position, int part, @Nullable Scalar value) {
    if (position < start) {
      return;
    }
    reach(position);
    written[at(position)] = true;
    if (part == 0) {
      values[at(position)] = value;
    } else if (value != null) {
      parts.put(new Part(position, part), value);
    }
  }

  void read(long position) {
    if (position >= start) {
      reach(position);
      read[at(position)] = true;
    }
  }

  /** What was stored; null if nothing is known of it. */
  @Nullable Scalar value(long position, int part) {
    if (!has(position) || !written[at(position)]) {
      return null;
    }
    return part == 0 ? values[at(position)] : parts.get(new Part(position, part));
  }

  boolean isWritten(long position) {
    return has(position) && written[at(position)];
  }

  boolean isRead(long position) {
    return has(position) && read[at(position)];
  }

  /** The position of another element with this value; -1 if there is none. */
  long find(Scalar value, int part) {
    for (long position = start; position < end; position++) {
      if (value.equals(value(position, part))) {
        return position;
      }
    }
    return -1;
  }

  /** Lets go of the positions before one. */
  void forget(long position) {
    if (!parts.isEmpty()) {
      parts.keySet().removeIf(part -> part.position() < position);
    }
    start = Math.max(start, position);
    end = Math.max(end, start);
  }

  @Override
  public String toString() {
    return start + ".." + end + " " + Arrays.toString(values);
  }
}

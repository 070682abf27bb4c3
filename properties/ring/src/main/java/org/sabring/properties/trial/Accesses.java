package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The stores to the cursors, the waits and the notifications of one thread, in order. */
final class Accesses {

  /** One of them; for a wait, {@code value} is the expected one and {@code awaited} the answer. */
  record Access(Kind kind, int word, int value, String awaited) {
    @Override
    public String toString() {
      return switch (kind) {
        case STORE -> "store %d to word %d".formatted(value, word);
        case WAIT -> "wait on word %d for %d: %s".formatted(word, value, awaited);
        case NOTIFY -> "notify %d on word %d".formatted(value, word);
      };
    }
  }

  enum Kind {
    STORE,
    WAIT,
    NOTIFY
  }

  private final RingLayout layout;
  private final List<Access> made = new ArrayList<>();

  Accesses(RingLayout layout) {
    this.layout = layout;
  }

  /** What was recorded since this was last asked. */
  List<Access> since() {
    List<Access> since = List.copyOf(made);
    made.clear();
    return since;
  }

  private void stored(int index, int value) {
    if (index == layout.write() || index == layout.read()) {
      made.add(new Access(Kind.STORE, index, value, ""));
    }
  }

  /** A memory that records what reaches the one beneath. */
  SharedInts over(SharedInts memory) {
    return new ForwardingInts(memory) {
      @Override
      public void setPlain(int index, int value) {
        super.setPlain(index, value);
        stored(index, value);
      }

      @Override
      public void setOpaque(int index, int value) {
        super.setOpaque(index, value);
        stored(index, value);
      }

      @Override
      public void setRelease(int index, int value) {
        super.setRelease(index, value);
        stored(index, value);
      }

      @Override
      public int notify(int index, int count) {
        made.add(new Access(Kind.NOTIFY, index, count, ""));
        return super.notify(index, count);
      }

      @Override
      public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
        Awaited awaited = super.await(index, expected, timeoutNanos);
        made.add(new Access(Kind.WAIT, index, expected, awaited.name()));
        return awaited;
      }
    };
  }
}

package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.Oracles;
import org.sabring.ring.RingLayout;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.law.Word;

/**
 * A recorder of steps: a memory that keeps, for the oracle, what one thread does to it, which plays
 * both sides. Counters are kept as what they have grown by: a trace begins at zero.
 */
final class RecordedSteps extends ForwardingInts {

  /** What happens between deciding to wait and waiting. */
  interface Gap {
    void come() throws InterruptedException;
  }

  private final RingLayout layout;
  private final int counted;
  private final List<StepEvent> events = new ArrayList<>();
  private RingSide side = RingSide.PRODUCER;
  private @Nullable Gap gap;

  RecordedSteps(RealRing ring) {
    super(ring.words());
    layout = ring.layout();
    counted = ring.start().counted();
  }

  List<StepEvent> events() {
    return events;
  }

  RingSide side() {
    return side;
  }

  /** From now on the steps are those of a side. */
  void by(RingSide whose) {
    side = whose;
  }

  /** What is to come in the gap of the next wait. */
  void inGap(Gap whatComes) {
    gap = whatComes;
  }

  /** What should have come in a gap, if no wait had one; null if it has come. */
  @Nullable Gap withoutGap() {
    Gap left = gap;
    gap = null;
    return left;
  }

  private Word word(int index) {
    try {
      return Oracles.word(layout, index);
    } catch (IllegalArgumentException e) {
      throw new Violation("access to word " + index + ", which is none of the ring's", Rule.RB203);
    }
  }

  private void add(AccessKind access, int index, int value, @Nullable WaitResult result) {
    Word word = word(index);
    int slot = word == Word.DATA ? index - layout.data() : -1;
    boolean counts =
        word != Word.DATA && word != Word.WRITE && word != Word.READ && access != AccessKind.NOTIFY;
    int shown = counts ? value - counted : value;
    events.add(new StepEvent(events.size() + 2L, side, access, word, slot, shown, result));
  }

  private int loaded(int index, int value) {
    add(AccessKind.LOAD, index, value, null);
    return value;
  }

  private void stores(int index, int value) {
    add(AccessKind.STORE, index, value, null);
  }

  @Override
  public int getPlain(int index) {
    return loaded(index, super.getPlain(index));
  }

  @Override
  public int getOpaque(int index) {
    return loaded(index, super.getOpaque(index));
  }

  @Override
  public int getAcquire(int index) {
    return loaded(index, super.getAcquire(index));
  }

  @Override
  public int getVolatile(int index) {
    return loaded(index, super.getVolatile(index));
  }

  @Override
  public void setPlain(int index, int value) {
    stores(index, value);
    super.setPlain(index, value);
  }

  @Override
  public void setOpaque(int index, int value) {
    stores(index, value);
    super.setOpaque(index, value);
  }

  @Override
  public void setRelease(int index, int value) {
    stores(index, value);
    super.setRelease(index, value);
  }

  @Override
  public void setVolatile(int index, int value) {
    stores(index, value);
    super.setVolatile(index, value);
  }

  @Override
  public int addOpaque(int index, int delta) {
    int before = super.addOpaque(index, delta);
    add(AccessKind.ADD, index, before, null);
    return before;
  }

  @Override
  public int getAndAdd(int index, int delta) {
    int before = super.getAndAdd(index, delta);
    add(AccessKind.ADD, index, before, null);
    return before;
  }

  /** A trace says how many were woken, and not how many were to be. */
  @Override
  public int notify(int index, int count) {
    if (count != SharedInts.ALL) {
      throw new Violation("notify of " + count + " on word " + index + ", not of all", Rule.RB303);
    }
    int woken = super.notify(index, count);
    add(AccessKind.NOTIFY, index, woken, null);
    return woken;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Gap come = withoutGap();
    if (come != null) {
      come.come();
    }
    Awaited awaited = super.await(index, expected, timeoutNanos);
    WaitResult result =
        switch (awaited) {
          case OK -> WaitResult.OK;
          case NOT_EQUAL -> WaitResult.NOT_EQUAL;
          case TIMED_OUT -> WaitResult.TIMED_OUT;
        };
    add(AccessKind.WAIT, index, expected, result);
    return awaited;
  }
}

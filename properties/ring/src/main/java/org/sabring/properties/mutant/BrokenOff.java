package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.RingLayout;

/** A wait that is broken off leaves something half done: an element is lost, or stored again. */
public final class BrokenOff extends Spoilt {

  /** What goes wrong. */
  public enum Mistake {
    /** The consumer takes what came meanwhile, and does not hand it over. */
    LOSES,
    /** The producer stores the element before once more. */
    DOUBLES
  }

  private final Mistake mistake;
  private final boolean interrupted;

  /** The element that the producer stored last; none before it has stored one. */
  private int last;

  private boolean stored;

  private BrokenOff(SharedInts memory, RingLayout layout, Mistake mistake, boolean interrupted) {
    super(memory, layout);
    this.mistake = mistake;
    this.interrupted = interrupted;
  }

  /** The mistake happens when the time is up, or when an interrupt comes. */
  public static Mutation of(Mistake mistake, boolean interrupted) {
    return (memory, layout) -> new BrokenOff(memory, layout, mistake, interrupted);
  }

  @Override
  public void setPlain(int index, int value) {
    super.setPlain(index, value);
    if (index >= layout.data()) {
      last = value;
      stored = true;
    }
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    try {
      Awaited awaited = super.await(index, expected, timeoutNanos);
      if (awaited == Awaited.TIMED_OUT && !interrupted) {
        spoil(index);
      }
      return awaited;
    } catch (InterruptedException e) {
      if (interrupted) {
        spoil(index);
      }
      throw e;
    }
  }

  private void spoil(int waited) {
    if (waited == layout.write() && mistake == Mistake.LOSES) {
      lose();
    } else if (waited == layout.read() && mistake == Mistake.DOUBLES && stored) {
      storeAgain();
    }
  }

  private void lose() {
    int read = ownRead();
    if (!isEmpty(getAcquire(layout.write()))) {
      getPlain(layout.slot(read));
      setRelease(layout.read(), layout.next(read));
      addOpaque(layout.consumed(), 1);
      notify(layout.read(), ALL);
    }
  }

  private void storeAgain() {
    int write = ownWrite();
    if (!isFull(RingLayout.cursor(getAcquire(layout.read())))) {
      setPlain(layout.slot(write), last);
      addOpaque(layout.produced(), 1);
      setRelease(layout.write(), layout.next(write));
      notify(layout.write(), ALL);
    }
  }
}

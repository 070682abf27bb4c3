package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer remembers its own cursor, and a call that is broken off forgets it. */
public final class UseWhatItKnew extends Spoilt {

  private int own;

  public UseWhatItKnew(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getPlain(int index) {
    return index == layout.write() ? own : super.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    own = index == layout.write() ? value : own;
    super.setRelease(index, value);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = super.await(index, expected, timeoutNanos);
    boolean brokenOff = index == layout.read() && awaited == Awaited.TIMED_OUT;
    own = brokenOff ? 0 : own;
    return awaited;
  }
}

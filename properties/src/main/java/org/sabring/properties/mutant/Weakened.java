package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.RingLayout;

/** One step of the protocol has a weaker mode than it needs. */
public final class Weakened extends ForwardingInts {

  /** The steps that have a mode to lose, by their names. */
  public enum Step {
    PLoadRead,
    PPublish,
    PClose,
    CLoadWrite,
    CPublish,
    CCancel
  }

  private final RingLayout layout;
  private final Step step;
  private final boolean plain;

  private Weakened(SharedInts memory, RingLayout layout, Step step, boolean plain) {
    super(memory);
    this.layout = layout;
    this.step = step;
    this.plain = plain;
  }

  /** The step is opaque, or even plain. */
  public static Mutation of(Step step, boolean plain) {
    return (memory, layout) -> new Weakened(memory, layout, step, plain);
  }

  private boolean isWeakLoad(int index) {
    return (step == Step.PLoadRead && index == layout.read())
        || (step == Step.CLoadWrite && index == layout.write());
  }

  private boolean isWeakStore(int index, int value) {
    return switch (step) {
      case PPublish -> index == layout.write() && !isFlagged(value);
      case PClose -> index == layout.write() && isFlagged(value);
      case CPublish -> index == layout.read() && !isFlagged(value);
      case CCancel -> index == layout.read() && isFlagged(value);
      case PLoadRead, CLoadWrite -> false;
    };
  }

  @Override
  public int getAcquire(int index) {
    if (!isWeakLoad(index)) {
      return super.getAcquire(index);
    }
    return plain ? super.getPlain(index) : super.getOpaque(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (!isWeakStore(index, value)) {
      super.setRelease(index, value);
    } else if (plain) {
      super.setPlain(index, value);
    } else {
      super.setOpaque(index, value);
    }
  }
}

package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.jspecify.annotations.Nullable;
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

  /** Null for all. */
  private final @Nullable Step step;

  private final boolean plain;

  private Weakened(SharedInts memory, RingLayout layout, @Nullable Step step, boolean plain) {
    super(memory);
    this.layout = layout;
    this.step = step;
    this.plain = plain;
  }

  /** Every step is opaque, or even plain. */
  public static Mutation all(boolean plain) {
    return (memory, layout) -> new Weakened(memory, layout, null, plain);
  }

  /** The step is opaque, or even plain. */
  public static Mutation of(Step step, boolean plain) {
    return (memory, layout) -> new Weakened(memory, layout, step, plain);
  }

  private boolean weakens(Step one) {
    return step == null || step == one;
  }

  private boolean isWeakLoad(int index) {
    return (weakens(Step.PLoadRead) && index == layout.read())
        || (weakens(Step.CLoadWrite) && index == layout.write());
  }

  private boolean isWeakStore(int index, int value) {
    boolean flagged = isFlagged(value);
    return (index == layout.write() && weakens(flagged ? Step.PClose : Step.PPublish))
        || (index == layout.read() && weakens(flagged ? Step.CCancel : Step.CPublish));
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

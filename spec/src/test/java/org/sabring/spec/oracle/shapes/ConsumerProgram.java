package org.sabring.spec.oracle.shapes;

import org.jspecify.annotations.Nullable;

/** The consumer of a ring of some shape, right or with a mistake. */
final class ConsumerProgram extends RingProgram {

  private final int size;

  ConsumerProgram(Shape shape, @Nullable Mistake mistake) {
    super(shape, mistake, false);
    size = shape.has(Trait.TAKES_TWO) ? Math.min(2, shape.bound()) : 1;
  }

  @Override
  void run() {
    int all = ProducerProgram.PUTS + shape.stored();
    int left = has(Trait.CANCELS) ? all - 2 : all;
    while (left > 0) {
      lock();
      int took = attempt(left);
      unlock();
      if (took < 0) {
        return;
      }
      left -= took;
    }
    if (has(Trait.CANCELS)) {
      lock();
      cancel();
      unlock();
    }
  }

  private void cancel() {
    move(0, FLAG);
    if (makes(Mistake.TAKES_AFTER_CANCEL)) {
      look();
      if (known > position) {
        take(1);
      }
    }
  }

  /** Takes what there is; -1 at the end. */
  private int attempt(int left) {
    int many = Math.min(size, left);
    if (!has(Trait.CACHED) || known - position < many) {
      look();
    }
    boolean careless = makes(Mistake.NO_EMPTY_CHECK) && side().oneIn(2);
    long stored = known - position;
    if (ended && stored == 0) {
      return -1;
    }
    many = ended ? (int) Math.min(many, stored) : many;
    if (stored < many && !careless) {
      if (makes(Mistake.CLEARS_FROM_CONSUMER) && side().oneIn(4)) {
        storePeers(position);
      }
      rest();
      return 0;
    }
    if (has(Trait.PEEKS) && side().oneIn(2)) {
      side().loadSlot(shape.slot(position), 0, shape.slots());
      return 0;
    }
    take(many);
    return many;
  }

  private void rest() {
    if (has(Trait.LOCKS)) {
      unlock();
      idle();
      lock();
    } else {
      idle();
    }
  }

  private void take(int many) {
    if (makes(Mistake.CONSUMER_STEPS_BACK) && position > shape.start() && side().oneIn(4)) {
      move(-1, 0);
      read(1);
      move(1, 0);
    }
    boolean late = makes(Mistake.FREES_BEFORE_READ);
    boolean skips = makes(Mistake.SKIPS_READ) && side().oneIn(3);
    if (!late && !skips) {
      read(many);
    }
    boolean jumps = makes(Mistake.CONSUMER_JUMPS) && side().oneIn(3);
    move(many + (jumps ? 1 : 0), 0);
    if (late) {
      position -= many;
      read(many);
      position += many;
    }
    if (makes(Mistake.READS_AFTER_FREE)) {
      side().loadSlot(shape.slot(position - 1), 0, shape.slots());
    }
  }

  private void read(int many) {
    boolean backwards = has(Trait.ANY_ORDER);
    Object[] got = new Object[many];
    for (int i = 0; i < many; i++) {
      int at = backwards ? many - 1 - i : i;
      boolean wrong = makes(Mistake.READS_WRONG_SLOT) && side().oneIn(3);
      int slot = shape.slot(position + at + (wrong ? 1 : 0));
      for (int part = 0; part < shape.parts(); part++) {
        Object value = side().loadSlot(slot, part, shape.slots());
        got[at] = part == 0 ? value : got[at];
      }
      if (has(Trait.READS_TWICE)) {
        side().loadSlot(slot, 0, shape.slots());
      }
      if (has(Trait.ZEROES)) {
        side().storeSlot(slot, 0, 0, shape.slots());
      }
    }
    for (Object value : got) {
      side().elements.add(value);
    }
  }
}

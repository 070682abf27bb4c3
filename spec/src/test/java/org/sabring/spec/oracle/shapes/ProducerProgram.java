package org.sabring.spec.oracle.shapes;

import org.jspecify.annotations.Nullable;

/** The producer of a ring of some shape, right or with a mistake. */
final class ProducerProgram extends RingProgram {

  /** Elements that a run puts, beyond those of the set-up. */
  static final int PUTS = 7;

  private final int size;

  ProducerProgram(Shape shape, @Nullable Mistake mistake) {
    super(shape, mistake, true);
    size = shape.has(Trait.PUTS_TWO) ? Math.min(2, shape.bound()) : 1;
  }

  static Object element(int number, int part) {
    return number + 1 + 100 * part;
  }

  @Override
  void run() {
    int next = shape.stored();
    int end = next + PUTS;
    while (next < end && !ended) {
      int many = Math.min(size, end - next);
      lock();
      next = attempt(next, many, next + many == end);
      unlock();
    }
    if (has(Trait.CLOSES) && !ended) {
      lock();
      close();
      unlock();
    }
  }

  /** Puts if there is room. */
  private int attempt(int next, int many, boolean last) {
    if (has(Trait.WRITES_FIRST)) {
      write(next, 1);
    }
    if (!has(Trait.CACHED) || room() < many) {
      look();
    }
    if (ended) {
      return next;
    }
    boolean careless = makes(Mistake.NO_FULL_CHECK) && side().oneIn(2);
    int more = makes(Mistake.ONE_TOO_MANY) ? 1 : 0;
    if (room() + more < many && !careless) {
      if (makes(Mistake.DRAINS_FROM_PRODUCER)) {
        storePeers(known + many);
      } else if (has(Trait.LOCKS)) {
        unlock();
        idle();
        lock();
      } else {
        idle();
      }
      return next;
    }
    put(next, many, last);
    return next + many;
  }

  private long room() {
    return shape.bound() - (position - known);
  }

  private void put(int next, int many, boolean last) {
    for (int i = 0; i < many; i++) {
      side().elements.add(element(next + i, 0));
    }
    if (makes(Mistake.CLOSES_EARLY) && last) {
      write(next, many);
      close();
      move(many, 0);
      return;
    }
    boolean late = makes(Mistake.PUBLISHES_BEFORE_WRITE);
    boolean skips = makes(Mistake.SKIPS_WRITE) && side().oneIn(3);
    if (!late && !skips) {
      write(next, many);
    }
    if (makes(Mistake.PRODUCER_STEPS_BACK) && side().oneIn(4)) {
      move(-1, 0);
      move(1, 0);
    }
    boolean jumps = makes(Mistake.PRODUCER_JUMPS) && side().oneIn(3);
    move(many + (jumps ? 1 : 0), 0);
    if (late) {
      position -= many;
      write(next, many);
      position += many;
    }
  }

  private void write(int next, int many) {
    boolean backwards = has(Trait.ANY_ORDER);
    for (int i = 0; i < many; i++) {
      int at = backwards ? many - 1 - i : i;
      boolean wrong = makes(Mistake.WRITES_WRONG_SLOT) && side().oneIn(3);
      int slot = shape.slot(position + at + (wrong ? 1 : 0));
      for (int part = 0; part < shape.parts(); part++) {
        side().storeSlot(slot, part, element(next + at, part), shape.slots());
      }
      if (has(Trait.READS_BACK)) {
        side().loadSlot(slot, 0, shape.slots());
      }
    }
  }

  private void close() {
    move(0, FLAG);
  }
}

package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Each side notifies on the cursor of the other instead of on its own. */
public final class WrongWordNotify extends Spoilt {

  public WrongWordNotify(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int notify(int index, int count) {
    return super.notify(index == layout.write() ? layout.read() : layout.write(), count);
  }
}

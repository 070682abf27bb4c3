package org.sabring.properties.explore.shipped;

import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.runtime.Words;
import org.sabring.memory.WaitStrategy;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.ring.CachedCursorRing;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Ring;
import org.sabring.ring.RingLayout;

/**
 * A ring that is shipped, and how its sides wait. The memory that is made is part of what is
 * explored; that which is attached to takes each wait as one step.
 */
enum ShippedKind {
  CURSOR("all as shipped") {
    @Override
    Sharing<Ring> making(int capacity) {
      return Program.sharing(() -> CursorRing.create(capacity));
    }

    @Override
    Program.Maker<Words, Ring> attaching(RingLayout layout) {
      return words -> CursorRing.attach(new ExploredInts(words), layout);
    }
  },
  CACHED("cached cursor ring") {
    @Override
    Sharing<Ring> making(int capacity) {
      return Program.sharing(() -> CachedCursorRing.create(capacity, WaitStrategy.LOCK));
    }

    @Override
    Program.Maker<Words, Ring> attaching(RingLayout layout) {
      return words -> CachedCursorRing.attach(new ExploredInts(words), layout);
    }
  },
  CACHED_FENCE("cached cursor ring, flag and fences") {
    @Override
    Sharing<Ring> making(int capacity) {
      return Program.sharing(() -> CachedCursorRing.create(capacity, WaitStrategy.FENCE));
    }

    @Override
    Program.Maker<Words, Ring> attaching(RingLayout layout) {
      return CACHED.attaching(layout);
    }
  };

  private final String text;

  ShippedKind(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** What makes one, explored like all the rest. */
  abstract Sharing<Ring> making(int capacity);

  /** What makes each side its own, on a memory whose waits are one step. */
  abstract Program.Maker<Words, Ring> attaching(RingLayout layout);
}

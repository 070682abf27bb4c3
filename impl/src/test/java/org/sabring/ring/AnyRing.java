package org.sabring.ring;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;

/** The rings that every promise is tested on. */
enum AnyRing {
  CURSOR {
    @Override
    Ring create(SharedInts memory, RingLayout layout) {
      return CursorRing.create(memory, layout);
    }

    @Override
    Ring attach(SharedInts memory, RingLayout layout) {
      return CursorRing.attach(memory, layout);
    }
  },
  CACHED {
    @Override
    Ring create(SharedInts memory, RingLayout layout) {
      return CachedCursorRing.create(memory, layout);
    }

    @Override
    Ring attach(SharedInts memory, RingLayout layout) {
      return CachedCursorRing.attach(memory, layout);
    }
  };

  abstract Ring create(SharedInts memory, RingLayout layout);

  abstract Ring attach(SharedInts memory, RingLayout layout);

  /** On the heap, compact. */
  Ring create(int capacity) {
    RingLayout layout = RingLayout.compact(capacity);
    return create(SharedInts.heap(layout.length()), layout);
  }

  /** Each ring with each way to wait. */
  static Stream<Arguments> waiting() {
    return Arrays.stream(values())
        .flatMap(
            ring -> Arrays.stream(WaitStrategy.values()).map(wait -> Arguments.of(ring, wait)));
  }
}

package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Memory;

/** An element that need not wait costs no allocation. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class AllocationTest {

  private static final int ELEMENTS = 200_000;

  /** For what the JVM does meanwhile. One smallest object an element would be 16 times as much. */
  private static final long TOLERATED_BYTES = ELEMENTS;

  private final AnyRing any;

  AllocationTest(AnyRing any) {
    this.any = any;
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsAllocatedPerElement(Memory kind) throws Exception {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    RingLayout layout = RingLayout.padded(8);
    Ring ring = any.create(kind.of(layout.length()), layout);
    long expected = run(ring);
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long sum = run(ring);
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThat(sum).isEqualTo(expected);
    assertThat(after - before).as("bytes").isLessThan(TOLERATED_BYTES);
  }

  private static long run(Ring ring) throws InterruptedException {
    long sum = 0;
    long[] drained = new long[1];
    IntConsumer sink = element -> drained[0] += element;
    for (int i = 0; i < ELEMENTS; i++) {
      ring.producer().put(i);
      ring.producer().offer(i);
      if (ring.consumer().take() == Taken.ELEMENT) {
        sum += ring.consumer().element();
      }
      ring.consumer().drain(sink, 1);
    }
    return sum + drained[0];
  }
}

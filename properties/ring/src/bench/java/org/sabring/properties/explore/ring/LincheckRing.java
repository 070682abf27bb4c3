package org.sabring.properties.explore.ring;

import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.ring.Taken;

/** The shipped ring as Lincheck wants it: an object anew for every execution, and operations. */
public final class LincheckRing {

  /** One more for every execution. */
  static final AtomicLong EXECUTIONS = new AtomicLong();

  private final Producer producer;
  private final Consumer consumer;

  public LincheckRing() {
    EXECUTIONS.incrementAndGet();
    CursorRing ring = CursorRing.create(RivalsMeasurement.CAPACITY);
    producer = ring.producer();
    consumer = ring.consumer();
  }

  @Operation(nonParallelGroup = "producer")
  public boolean offer(@Param(gen = IntGen.class, conf = "1:9") int element) {
    return producer.offer(element) == Offered.STORED;
  }

  @Operation(nonParallelGroup = "consumer")
  public @Nullable Integer poll() {
    return consumer.poll() == Taken.ELEMENT ? consumer.element() : null;
  }
}

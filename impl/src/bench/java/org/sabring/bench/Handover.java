package org.sabring.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Elements that go from a thread of its own to the measured one, in a queue of 1024 slots; the
 * score is elements a microsecond. An invocation hands over a million.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class Handover {

  static final int CAPACITY = 1024;
  static final int ELEMENTS = 1 << 20;

  private ExecutorService producer;

  @Setup
  public void startProducer() {
    producer = Executors.newSingleThreadExecutor();
  }

  @TearDown
  public void stopProducer() {
    producer.shutdown();
  }

  private int handOver(Lane lane) throws InterruptedException, ExecutionException {
    Future<?> produced =
        producer.submit(
            () -> {
              lane.produce(ELEMENTS);
              return null;
            });
    int sum = lane.consume(ELEMENTS);
    produced.get();
    return sum;
  }

  /** One at a time, nobody sleeping: who cannot go on tries again. */
  @State(Scope.Benchmark)
  public static class Spinning {
    @Param({
      "CURSOR", "CACHED_LOCK", "CACHED_FENCE", "CACHED_TIMED", "CACHED_ASYMMETRIC", "JCTOOLS_CONSTANT",
      "JCTOOLS_BOXED", "AGRONA_BOXED", "ARRAY_BLOCKING_QUEUE"
    })
    SpinningLanes queue;
  }

  /** One at a time: who cannot go on waits as the queue has it. */
  @State(Scope.Benchmark)
  public static class Blocking {
    @Param({
      "CURSOR", "CACHED_LOCK", "CACHED_FENCE", "CACHED_TIMED", "CACHED_ASYMMETRIC", "CACHED_SPIN",
      "CACHED_YIELD", "ARRAY_BLOCKING_QUEUE", "LINKED_BLOCKING_QUEUE", "DISRUPTOR_BLOCKING",
      "DISRUPTOR_LITE_BLOCKING", "DISRUPTOR_YIELDING"
    })
    BlockingLanes queue;
  }

  /** Several at once, nobody sleeping. */
  @State(Scope.Benchmark)
  public static class Batches {
    @Param({"CURSOR", "CACHED", "JCTOOLS_CONSTANT"})
    BatchLanes queue;

    @Param({"8", "64", "512"})
    int batch;
  }

  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public int spinning(Spinning state) throws InterruptedException, ExecutionException {
    return handOver(state.queue.lane());
  }

  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public int blocking(Blocking state) throws InterruptedException, ExecutionException {
    return handOver(state.queue.lane());
  }

  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public int batches(Batches state) throws InterruptedException, ExecutionException {
    return handOver(state.queue.lane(state.batch));
  }
}

package org.sabring.properties.stream.tck;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.IdentityFlowProcessorVerification;
import org.sabring.stream.CountingReadable;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.flow.ReadablePublisher;
import org.sabring.stream.flow.RingProcessor;

/** Reactive Streams' rules for processors, on a ring between two threads. */
public class ProcessorTck extends IdentityFlowProcessorVerification<Integer> {

  private final EventLoop upstream = EventLoop.create("sabring-tck-upstream");
  private final EventLoop downstream = EventLoop.create("sabring-tck-downstream");
  private final ExecutorService publishers = Executors.newCachedThreadPool();

  /** Found by TestNG. */
  public ProcessorTck() {
    super(new TestEnvironment(TckRun.TIMEOUT_MILLIS, TckRun.SILENCE_MILLIS), 300);
  }

  @Override
  public Flow.Processor<Integer, Integer> createIdentityFlowProcessor(int bufferSize) {
    return new RingProcessor(upstream, downstream, Math.max(2, bufferSize), 1);
  }

  @Override
  public Flow.Publisher<Integer> createFailedFlowPublisher() {
    Readable<Integer> failed = new CountingReadable(downstream, 0, 4);
    downstream.post(
        () -> {
          failed.error().on(error -> {});
          failed.destroy(new IllegalStateException("failed before anybody subscribed"));
        });
    return new ReadablePublisher<>(failed);
  }

  @Override
  public ExecutorService publisherExecutorService() {
    return publishers;
  }

  @Override
  public Integer createElement(int element) {
    return element;
  }

  /** One ring has one consumer. */
  @Override
  public long maxSupportedSubscribers() {
    return 1;
  }
}

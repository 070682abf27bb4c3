package org.sabring.properties.stream.tck;

import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.sabring.stream.CountingReadable;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.flow.ReadablePublisher;

/** Reactive Streams' rules for publishers, on a Readable. */
public class PublisherTck extends FlowPublisherVerification<Integer> {

  private final EventLoop loop = EventLoop.create("sabring-tck-publisher");

  /** Found by TestNG. */
  public PublisherTck() {
    super(new TestEnvironment(TckRun.TIMEOUT_MILLIS, TckRun.SILENCE_MILLIS), 300);
  }

  @Override
  public Flow.Publisher<Integer> createFlowPublisher(long elements) {
    return new ReadablePublisher<>(new CountingReadable(loop, elements, 4));
  }

  @Override
  public Flow.Publisher<Integer> createFailedFlowPublisher() {
    Readable<Integer> failed = new CountingReadable(loop, 0, 4);
    loop.post(
        () -> {
          failed.error().on(error -> {});
          failed.destroy(new IllegalStateException("failed before anybody subscribed"));
        });
    return new ReadablePublisher<>(failed);
  }
}

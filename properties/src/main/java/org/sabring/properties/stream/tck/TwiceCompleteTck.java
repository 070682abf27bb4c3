package org.sabring.properties.stream.tck;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.sabring.stream.EventLoop;
import org.sabring.stream.ReadablePublisher;

/** A control: a publisher that completes twice. */
public class TwiceCompleteTck extends FlowPublisherVerification<Integer> {

  private final EventLoop loop = EventLoop.create("sabring-tck-control");

  /** Found by TestNG. */
  public TwiceCompleteTck() {
    super(new TestEnvironment(TckRun.TIMEOUT_MILLIS, TckRun.SILENCE_MILLIS), 0);
  }

  @Override
  public Flow.Publisher<Integer> createFlowPublisher(long elements) {
    ReadablePublisher<Integer> publisher = new ReadablePublisher<>(new Counted(loop, elements));
    return subscriber ->
        publisher.subscribe(new Twice(Objects.requireNonNull(subscriber, "subscriber")));
  }

  /** None, so that what needs one is left out. */
  @Override
  public Flow.@Nullable Publisher<Integer> createFailedFlowPublisher() {
    return null;
  }

  @Override
  public long maxElementsFromPublisher() {
    return 1; // what needs more is left out: one is enough for a mistake
  }

  private record Twice(Flow.Subscriber<? super Integer> subscriber)
      implements Flow.Subscriber<Integer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(Integer element) {
      subscriber.onNext(element);
    }

    @Override
    public void onError(Throwable error) {
      subscriber.onError(error);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
      subscriber.onComplete();
    }
  }
}

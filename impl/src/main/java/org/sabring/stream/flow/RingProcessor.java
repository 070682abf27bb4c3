package org.sabring.stream.flow;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.sabring.ring.CursorRing;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.sab.SabReadable;
import org.sabring.stream.sab.SabWritable;

/**
 * A ring as a processor of Java's own: what goes in on one loop comes out on another, the same, in
 * order. With a thread for each loop this is a queue between two threads, with at most (capacity -
 * 1) + two high-water marks of elements in it.
 *
 * <p>An error goes around the ring, and overtakes what is in it, as Reactive Streams allows; so
 * does a cancellation, the other way.
 */
public final class RingProcessor implements Flow.Processor<Integer, Integer> {

  private final WritableSubscriber<Integer> subscriber;
  private final ReadablePublisher<Integer> publisher;
  private final SabReadable out;

  /**
   * A ring between two loops, which may be the same.
   *
   * @param capacity of the ring, at least 2
   * @param highWaterMark of the streams into it and out of it
   */
  public RingProcessor(EventLoop upstream, EventLoop downstream, int capacity, int highWaterMark) {
    CursorRing ring = CursorRing.create(capacity);
    Settings settings = Settings.highWaterMark(highWaterMark);
    SabWritable in = new SabWritable(upstream, ring.producer(), settings);
    out = new SabReadable(downstream, ring.consumer(), settings);
    subscriber = new WritableSubscriber<>(in);
    publisher = new ReadablePublisher<>(out);
    upstream.post(() -> in.error().on(error -> downstream.post(() -> out.destroy(error))));
    downstream.post(() -> out.close().on(closed -> upstream.post(in::destroy)));
    downstream.post(() -> out.error().on(error -> upstream.post(in::destroy)));
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Integer> downstream) {
    publisher.subscribe(downstream);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(subscription);
  }

  @Override
  public void onNext(Integer element) {
    subscriber.onNext(element);
  }

  /** First the way out, and from there the way in: a closed ring would look like the end. */
  @Override
  public void onError(Throwable error) {
    Objects.requireNonNull(error, "error");
    subscriber.over();
    out.loop().post(() -> out.destroy(error));
  }

  @Override
  public void onComplete() {
    subscriber.onComplete();
  }
}

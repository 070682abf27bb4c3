package org.sabring.stream.flow;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.Writable;

/**
 * A Writable as a subscriber of Java's own, with the rules of Reactive Streams. It requests one
 * chunk at a time: after a write that answered false not before the event drain.
 *
 * <p>Signals may come on any thread; the stream is used on its loop. The publisher's error destroys
 * the stream with it, its completion ends the stream. A stream that is destroyed otherwise cancels.
 *
 * @param <T> a chunk
 */
public final class WritableSubscriber<T> implements Flow.Subscriber<T> {

  private final Writable<? super T> stream;

  /** These three: loop thread only. */
  private Flow.@Nullable Subscription subscription;

  private boolean waiting;
  private boolean over;

  /** Writes what comes to this stream, which nobody else writes to. */
  public WritableSubscriber(Writable<? super T> stream) {
    this.stream = stream;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Objects.requireNonNull(given, "subscription");
    stream.loop().post(() -> begin(given));
  }

  @Override
  public void onNext(T chunk) {
    Objects.requireNonNull(chunk, "chunk");
    stream.loop().post(() -> write(chunk));
  }

  @Override
  public void onError(Throwable error) {
    Objects.requireNonNull(error, "error");
    stream
        .loop()
        .post(
            () -> {
              over = true;
              stream.destroy(error);
            });
  }

  @Override
  public void onComplete() {
    stream
        .loop()
        .post(
            () -> {
              over = true;
              stream.end();
            });
  }

  /** The publisher has ended; what becomes of the stream is somebody else's affair. Any thread. */
  void over() {
    stream.loop().post(() -> over = true);
  }

  private void begin(Flow.Subscription given) {
    if (subscription != null || stream.isDestroyed()) {
      given.cancel();
      return;
    }
    subscription = given;
    stream.drain().on(drained -> drained());
    stream.close().on(closed -> closed());
    given.request(1);
  }

  private void write(T chunk) {
    if (over || stream.isDestroyed() || subscription == null) {
      return; // on its way when this had ended
    }
    if (stream.write(chunk)) {
      subscription.request(1);
    } else {
      waiting = true;
    }
  }

  private void drained() {
    if (waiting && subscription != null) {
      waiting = false;
      subscription.request(1);
    }
  }

  private void closed() {
    if (!over && subscription != null) {
      over = true;
      subscription.cancel();
    }
  }
}

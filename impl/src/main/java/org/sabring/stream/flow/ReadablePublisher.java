package org.sabring.stream.flow;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.Readable;
import org.sabring.stream.StreamException;
import org.sabring.stream.StreamException.Code;

/**
 * A Readable as a publisher of Java's own, with the rules of Reactive Streams. It reads a chunk for
 * each that is requested, so the stream's buffer, and a ring under it, hold back the source.
 *
 * <p>The stream is for one subscriber; whoever comes later gets {@link IllegalStateException}. Any
 * thread may subscribe, request and cancel; every signal comes on the stream's loop. Cancel
 * destroys the stream (RB608). A stream that closes before its end is an error.
 *
 * @param <T> a chunk
 */
public final class ReadablePublisher<T> implements Flow.Publisher<T> {

  /** How many chunks are delivered in one task, so that the loop gets round to others. */
  private static final int BATCH = 256;

  /** For who gets nothing. */
  private static final Flow.Subscription NOTHING =
      new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };

  private final Readable<T> stream;

  /** Loop thread only. */
  private boolean taken;

  /** Publishes this stream, which nobody else reads. */
  public ReadablePublisher(Readable<T> stream) {
    this.stream = stream;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    stream.loop().post(() -> begin(subscriber));
  }

  private void begin(Flow.Subscriber<? super T> subscriber) {
    if (taken) {
      subscriber.onSubscribe(NOTHING);
      subscriber.onError(new IllegalStateException("subscribers=1, expected none before this one"));
      return;
    }
    taken = true;
    new Delivery(subscriber).begin();
  }

  /** What one subscriber has asked for, and gets. Loop thread only, but for what it asks. */
  private final class Delivery implements Flow.Subscription {

    /** Null when nothing more is to be said. */
    private Flow.@Nullable Subscriber<? super T> subscriber;

    private long demand;
    private boolean delivering;

    /** Set by whichever thread cancels, so that it is heard within a long delivery too. */
    private volatile boolean cancelled;

    Delivery(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    void begin() {
      if (subscriber != null) {
        subscriber.onSubscribe(this);
      }
      Throwable error = stream.errored();
      if (error != null) {
        fail(error);
      } else if (stream.isReadableEnded()) {
        complete();
      } else if (stream.isDestroyed()) {
        fail(new StreamException(Code.ERR_STREAM_PREMATURE_CLOSE));
      } else {
        stream.error().on(this::fail);
        stream.end().on(ended -> complete());
        stream.close().on(closed -> fail(new StreamException(Code.ERR_STREAM_PREMATURE_CLOSE)));
        stream.readable().on(ready -> deliver());
      }
    }

    @Override
    public void request(long n) {
      stream.loop().post(() -> requested(n));
    }

    @Override
    public void cancel() {
      cancelled = true;
      stream.loop().post(this::stop);
    }

    private void stop() {
      subscriber = null;
      stream.destroy();
    }

    private void requested(long n) {
      if (subscriber != null && n <= 0) {
        fail(new IllegalArgumentException("request=" + n + ", expected at least 1 (rule 3.9)"));
        stream.destroy();
        return;
      }
      demand = demand > Long.MAX_VALUE - n ? Long.MAX_VALUE : demand + n;
      deliver();
    }

    private void deliver() {
      if (delivering) {
        return;
      }
      delivering = true;
      try {
        int left = BATCH;
        while (subscriber != null && demand > 0 && !cancelled) {
          if (left-- == 0) {
            stream.loop().post(this::deliver);
            break;
          }
          T chunk = stream.read();
          if (chunk == null) {
            break;
          }
          demand--;
          subscriber.onNext(chunk);
        }
      } catch (RuntimeException
          | Error e) { // it may not throw (rule 2.13): it is as if it had cancelled
        stop();
        throw e;
      } finally {
        delivering = false;
      }
      if (subscriber != null && stream.readableLength() == 0) {
        stream.read(0); // the end needs no demand
      }
    }

    private void complete() {
      Flow.Subscriber<? super T> last = subscriber;
      subscriber = null;
      if (last != null) {
        last.onComplete();
      }
    }

    private void fail(Throwable error) {
      Flow.Subscriber<? super T> last = subscriber;
      subscriber = null;
      if (last != null) {
        last.onError(error);
      }
    }
  }
}

package org.sabring.stream.compose;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.Destroyable;
import org.sabring.stream.Done;
import org.sabring.stream.Readable;
import org.sabring.stream.StreamException;
import org.sabring.stream.StreamException.Code;
import org.sabring.stream.Writable;

/**
 * A Readable piped to a Writable, so that the failure of one is the failure of both. Loop thread
 * only; both streams are of one loop.
 */
public final class Pipeline {

  private final Destroyable source;
  private final Destroyable sink;
  private final Done done;

  /** The first failure. */
  private @Nullable Throwable failure;

  private boolean told;

  private Pipeline(Destroyable source, Destroyable sink, Done done) {
    this.source = source;
    this.sink = sink;
    this.done = done;
  }

  /**
   * Pipes, and says when it is over: when both have closed, with the first error there was. A
   * stream that closes before its end fails with {@link Code#ERR_STREAM_PREMATURE_CLOSE}; whichever
   * fails, the other is destroyed.
   *
   * @throws IllegalArgumentException when the streams are of different loops
   */
  public static <T> void of(Readable<T> source, Writable<? super T> sink, Done done) {
    if (source.loop() != sink.loop()) {
      throw new IllegalArgumentException("source and sink are on different loops, expected one");
    }
    Pipeline pipeline = new Pipeline(source, sink, done);
    source.error().on(pipeline::failed);
    sink.error().on(pipeline::failed);
    source.close().on(closed -> pipeline.closed(source.isReadableEnded()));
    sink.close().on(closed -> pipeline.closed(sink.isWritableFinished()));
    source.pipe(sink);
  }

  private void failed(Throwable error) {
    if (failure == null) {
      failure = error;
    }
    source.destroy();
    sink.destroy();
  }

  private void closed(boolean properly) {
    if (!properly && failure == null) {
      failed(new StreamException(Code.ERR_STREAM_PREMATURE_CLOSE));
    }
    if (source.isClosed() && sink.isClosed() && !told) {
      told = true;
      done.done(failure);
    }
  }
}

package org.sabring.stream.compose;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.StreamException;

/**
 * A Readable that makes its chunks out of another's: one is read when one is wanted, so that
 * backpressure goes through. It ends and fails with its source; destroyed, it destroys its source
 * (RB608).
 *
 * @param <S> a chunk of the source
 * @param <T> a chunk of this stream
 */
abstract class Operator<S, T> extends Readable<T> {

  private final Readable<S> source;

  /** Somebody wants chunks: onRead was called, and no push has answered false since. */
  private boolean wanted;

  private boolean pulling;

  /** Listens to the source: from now on it is for this stream alone. */
  @SuppressWarnings("this-escape") // the source calls back in later tasks and ticks only
  Operator(Readable<S> source) {
    super(source.loop(), ChunkMode.objects(), new Settings(1, true));
    this.source = source;
    source.readable().on(ready -> pull());
    source.end().on(ended -> pushEnd());
    source.error().on(this::destroy);
    source
        .close()
        .on(
            closed -> {
              if (!source.isReadableEnded()) {
                destroy(new StreamException(StreamException.Code.ERR_STREAM_PREMATURE_CLOSE));
              }
            });
  }

  /** Makes of a chunk what it wants, by {@link #give}; what it throws destroys both streams. */
  abstract void accept(S chunk) throws Exception;

  final void give(T chunk) {
    wanted = false;
    if (push(chunk)) {
      wanted = true;
    }
  }

  /** Nothing more will come, whatever the source has. */
  final void finish() {
    wanted = false;
    pushEnd();
  }

  @Override
  protected final void onRead(int size) {
    wanted = true;
    pull();
  }

  private void pull() {
    if (pulling) {
      return;
    }
    pulling = true;
    try {
      while (wanted && !isDestroyed()) {
        S chunk = source.read();
        if (chunk == null) {
          return;
        }
        accept(chunk);
      }
    } catch (Throwable e) { // the function's failure is the stream's
      destroy(e);
    } finally {
      pulling = false;
    }
  }

  @Override
  protected final void onDestroy(@Nullable Throwable cause, Done done) {
    if (!source.isDestroyed()) {
      source.destroy();
    }
    done.done(cause);
  }
}

package org.sabring.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;

/**
 * From a stream to a ring. The ring's producer side belongs to the stream, and is used by its loop
 * alone.
 *
 * <p>A write goes into the ring as long as that has room (RB611); then into the stream's buffer,
 * and from the high-water mark on it answers false. The event drain follows when the consumer has
 * made room for all (RB612). The loop never blocks: when the ring is full the stream asks to be
 * told and returns.
 *
 * <p>{@code end} closes the ring after everything that was written (RB613). {@code destroy} closes
 * it after what is stored already (RB615): a producer cannot take elements back, and a ring has no
 * place for an error, so the reader sees an end like any other. Writes that had not come into the
 * ring fail.
 *
 * <p>When the ring's consumer has cancelled, the next write, or the one that waits, fails with
 * {@link StreamException.Code#RING_CANCELLED}, and the stream is destroyed with it: through a
 * {@link Pipeline} that stops the source. As long as nothing is written nobody hears of it.
 *
 * <p>A subclass may watch {@link #onWrite}, {@link #onFinal} and {@link #onDestroy}, and has to
 * hand them on.
 */
public class SabWritable extends Writable<Integer> {

  private final Producer ring;

  /** The question asked, as long as the answer has not come to the loop. */
  private @Nullable AsyncWait question;

  /** Who hears of the write that the question is about. */
  private Done waiting = Done.NOTHING;

  /** A stream into the ring, with Node's default high-water mark. */
  public SabWritable(EventLoop loop, Producer ring) {
    this(loop, ring, Settings.of(Mode.objects()));
  }

  /** A stream into the ring. */
  public SabWritable(EventLoop loop, Producer ring, Settings settings) {
    super(loop, Mode.objects(), settings);
    this.ring = ring;
  }

  @Override
  protected void onWrite(Integer element, Done done) {
    while (!isDestroyed()) {
      Offered offered;
      try {
        offered = ring.offer(element);
      } catch (RuntimeException | InternalError e) { // a memory cut short or overwritten
        done.done(e);
        return;
      }
      if (offered == Offered.STORED) {
        done.done(null);
        return;
      }
      if (offered != Offered.FULL) { // cancelled: the stream fails with it (RB615)
        done.done(new StreamException(StreamException.Code.RING_CANCELLED));
        return;
      }
      // null if room was made in between: then offer again (RB614)
      question = ring.whenReady(() -> loop().post(() -> again(element, done)));
      if (question != null) {
        waiting = done;
        return;
      }
    }
    done.done(new StreamException(StreamException.Code.ERR_STREAM_DESTROYED));
  }

  private void again(Integer element, Done done) {
    if (waiting == done) { // not destroyed meanwhile
      waiting = Done.NOTHING;
      question = null;
      onWrite(element, done);
    }
  }

  @Override
  protected boolean hasFinal() {
    return true;
  }

  @Override
  protected void onFinal(Done done) {
    ring.close(); // RB613
    done.done(null);
  }

  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    if (question != null) {
      question.cancel();
      question = null;
    }
    Done lost = waiting;
    waiting = Done.NOTHING;
    loop()
        .nextTick(() -> lost.done(new StreamException(StreamException.Code.ERR_STREAM_DESTROYED)));
    // its consumer gets what is stored, and then the end (RB615)
    ring.close();
    done.done(cause);
  }
}

package org.sabring.stream.sab;

import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.StreamException;
import org.sabring.stream.StreamException.Code;
import org.sabring.stream.Writable;

/**
 * A Writable whose sink is a ring: what elements and bytes have in common. When the ring is full
 * the stream asks to be told, which is a task of the loop, and returns (RB606). When the consumer
 * has cancelled, the next write, or the one that waits, fails with {@link Code#RING_CANCELLED}, and
 * the stream is destroyed with it.
 *
 * @param <T> a chunk
 */
abstract class RingSink<T> extends Writable<T> {

  private final Producer ring;

  /** The question asked, as long as the answer has not come to the loop. */
  private @Nullable AsyncWait question;

  /** Who hears when what was begun is in the ring. */
  private Done waiting = Done.NOTHING;

  RingSink(EventLoop loop, ChunkMode<T> mode, Settings settings, Producer ring) {
    super(loop, mode, settings);
    this.ring = ring;
  }

  /** A chunk is to be stored. */
  abstract void begin(T chunk);

  /** The end is to be stored, if it is something. */
  abstract void beginEnd();

  /** Stores more of what was begun. STORED if that was the rest of it. */
  abstract Offered offer();

  @Override
  protected void onWrite(T chunk, Done done) {
    begin(chunk);
    store(done);
  }

  @Override
  protected boolean hasFinal() {
    return true;
  }

  /** Closes the ring after everything (RB613). */
  @Override
  protected void onFinal(Done done) {
    beginEnd();
    store(
        error -> {
          ring.close();
          done.done(error);
        });
  }

  private void store(Done done) {
    waiting = done;
    goOn();
  }

  /** Until all is in the ring (RB611), or that is full and no room was made in between (RB614). */
  private void goOn() {
    Offered offered;
    do {
      try {
        offered = offer();
      } catch (RuntimeException | InternalError e) { // a memory cut short or overwritten
        answer(e);
        return;
      }
    } while (offered == Offered.FULL && !ask());
    if (offered == Offered.STORED) {
      answer(null);
    } else if (offered != Offered.FULL) { // the stream fails with it (RB615)
      answer(new StreamException(Code.RING_CANCELLED));
    }
  }

  /** False if room was made in between: then offer again (RB614). */
  boolean ask() {
    question = ring.whenReady(() -> loop().post(this::told));
    return question != null;
  }

  private void told() {
    if (!isDestroyed()) {
      question = null;
      goOn();
    }
  }

  private void answer(@Nullable Throwable error) {
    Done done = waiting;
    waiting = Done.NOTHING;
    done.done(error);
  }

  /** The ring's consumer gets what is stored, and then finds it closed (RB615). */
  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    if (question != null) {
      question.cancel();
      question = null;
      Done lost = waiting;
      waiting = Done.NOTHING;
      loop().nextTick(() -> lost.done(new StreamException(Code.ERR_STREAM_DESTROYED)));
    }
    ring.close();
    done.done(cause);
  }
}

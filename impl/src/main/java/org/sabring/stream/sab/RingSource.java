package org.sabring.stream.sab;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;

/**
 * A Readable whose source is a ring: what elements and bytes have in common. As long as nobody
 * wants chunks nothing is taken from the ring, so it fills, and the producer waits. When it is
 * empty the stream asks to be told, which is a task of the loop, and returns (RB606). Taking is
 * never nested: who asks for more while a chunk is being pushed is served by the same loop.
 *
 * @param <T> a chunk
 */
abstract class RingSource<T> extends Readable<T> {

  /** How often the ring is polled in one task, so that the loop gets round to others. */
  private static final int BATCH = 256;

  private final Consumer ring;

  /** Somebody wants chunks: onRead was called, and no push has answered false since. */
  private boolean wanted;

  /** {@link #take} is running. */
  private boolean taking;

  /** There may be more in the ring, which a later task takes. */
  private boolean postponed;

  /** How often the ring was polled in one task of the loop, and in which. */
  private int polls;

  private long task;

  /** The question asked, as long as the answer has not come to the loop. */
  private @Nullable AsyncWait question;

  private boolean ended;

  RingSource(EventLoop loop, ChunkMode<T> mode, Settings settings, Consumer ring) {
    super(loop, mode, settings);
    this.ring = ring;
  }

  /**
   * Takes what the next chunk is made of. ELEMENT if there is one, and {@link #chunk} has it.
   *
   * @throws IOException when what is in the ring makes no chunk
   */
  abstract Taken poll() throws IOException;

  /** What was taken last. */
  abstract T chunk();

  @Override
  protected void onRead(int size) {
    wanted = true;
    goOn();
  }

  /** Unless it is taking, or will. */
  private void goOn() {
    if (!taking && !postponed && question == null) {
      take();
    }
  }

  /**
   * Until the stream wants no more (RB602) or is destroyed (RB605), or the ring has no more, or it
   * is the turn of others (RB606).
   */
  private void take() {
    taking = true;
    try {
      while (wanted && !isDestroyed()) {
        if (isOthersTurn()) {
          postponed = true;
          loop().post(this::resumeTaking);
          return;
        }
        switch (pollOrFail()) {
          case ELEMENT -> give();
          case EMPTY -> {
            if (ask()) {
              return;
            }
          }
          case END -> endOfRing();
          case CANCELLED, TIMED_OUT -> wanted = false;
        }
      }
    } finally {
      taking = false;
    }
  }

  /** Who reads on is served by calls of take that follow one another in the same task. */
  private boolean isOthersTurn() {
    long now = loop().begun();
    if (now != task) {
      task = now;
      polls = 0;
    }
    return polls++ == BATCH;
  }

  /** A memory that was cut short or overwritten is the stream's failure, and not a listener's. */
  private Taken pollOrFail() {
    try {
      return poll();
    } catch (IOException | RuntimeException | InternalError e) {
      destroy(e);
      return Taken.CANCELLED;
    }
  }

  private void give() {
    wanted = false; // unless push says so (RB602), or asks for more itself
    if (push(chunk())) {
      wanted = true;
    }
  }

  private void endOfRing() {
    wanted = false;
    ended = true;
    pushEnd();
  }

  /** False if something has come in between: then poll again (RB607). */
  boolean ask() {
    question = ring.whenReady(() -> loop().post(this::told));
    return question != null;
  }

  private void told() {
    question = null;
    if (!taking) {
      take();
    }
  }

  private void resumeTaking() {
    postponed = false;
    goOn();
  }

  /** Before the end it frees a producer that waits (RB608). */
  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    wanted = false;
    if (question != null) {
      question.cancel();
      question = null;
    }
    if (!ended) {
      ring.cancel();
    }
    done.done(cause);
  }
}

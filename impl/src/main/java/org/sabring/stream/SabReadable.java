package org.sabring.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/**
 * From a ring to a stream: the class of the seed document. The ring's consumer side belongs to the
 * stream, and is used by its loop alone.
 *
 * <p>Backpressure in both worlds: as long as nobody downstream wants elements, none is taken from
 * the ring; then the ring is full, and the producer waits. At most (capacity - 1) elements are in
 * the ring and, by its own asking, high-water mark elements in the stream's buffer.
 *
 * <p>The loop never blocks (RB606): when the ring is empty the stream asks to be told and returns.
 * Being told is a task of the loop. When the ring never gets empty, other tasks come in between all
 * the same. Taking elements out is never nested: who asks for more while one is being pushed is
 * served by the same loop.
 *
 * <p>After the producer has closed, the stream ends, once everything has come out, in its order
 * (RB601, RB604). Destroying the stream before that cancels the ring, which frees a producer that
 * waits (RB608).
 *
 * <p>A subclass may watch {@link #onRead} and {@link #onDestroy}, and has to hand both on.
 */
public class SabReadable extends Readable<Integer> {

  /** How many elements are taken in one task, so that the loop gets round to others. */
  private static final int BATCH = 256;

  private final Consumer ring;

  /** Somebody wants elements: onRead was called, and no push has answered false since. */
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

  /** A stream of what comes out of the ring, with Node's default high-water mark. */
  public SabReadable(EventLoop loop, Consumer ring) {
    this(loop, ring, Settings.of(Mode.objects()));
  }

  /** A stream of what comes out of the ring. */
  public SabReadable(EventLoop loop, Consumer ring, Settings settings) {
    super(loop, Mode.objects(), settings);
    this.ring = ring;
  }

  @Override
  protected void onRead(int size) {
    wanted = true;
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
          loop().post(this::goOn);
          return;
        }
        switch (poll()) {
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
  private Taken poll() {
    try {
      return ring.poll();
    } catch (RuntimeException | InternalError e) {
      destroy(e);
      return Taken.CANCELLED;
    }
  }

  private void give() {
    wanted = false; // unless push says so (RB602), or asks for more itself
    if (push(ring.element())) {
      wanted = true;
    }
  }

  private void endOfRing() {
    wanted = false;
    ended = true;
    pushEnd();
  }

  /** False if something has come in between: then poll again (RB607). */
  private boolean ask() {
    question = ring.whenReady(() -> loop().post(this::told));
    return question != null;
  }

  private void told() {
    question = null;
    if (!taking) {
      take();
    }
  }

  private void goOn() {
    postponed = false;
    if (!taking && question == null) {
      take();
    }
  }

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

package org.sabring.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/**
 * From a ring to a stream of bytes: {@link SabReadable} in binary mode. The ring's consumer side
 * belongs to the stream, and is used by its loop alone.
 *
 * <p>Backpressure as there: at most (capacity - 1) elements are in the ring, and as many bytes as
 * the high-water mark in the stream, or one if that is 0; at most 3 bytes are on their way between
 * the two. Where one chunk ends and the next begins means nothing.
 *
 * <p>The stream ends where the writer ended, at any byte. If the ring is closed before that the
 * stream is destroyed with an {@link java.io.EOFException}, if what is in the ring is no packet
 * with a {@link java.io.StreamCorruptedException}. Destroying the stream before its end cancels the
 * ring (RB608). The loop never blocks (RB606).
 */
public final class SabByteReadable extends Readable<byte[]> {

  /** How often the ring is polled in one task, so that the loop gets round to others. */
  private static final int BATCH = 256;

  /** The longest chunk. */
  private static final int MAX_BYTES = 16 * 1024;

  private final Consumer ring;
  private final PacketReader packets;
  private final byte[] chunk = new byte[MAX_BYTES];

  /** Somebody wants bytes: onRead was called, and no push has answered false since. */
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

  /** A stream of the bytes that come out of the ring, with Node's default high-water mark. */
  public SabByteReadable(EventLoop loop, Consumer ring) {
    this(loop, ring, Settings.of(Mode.bytes()));
  }

  /** A stream of the bytes that come out of the ring; its high-water mark is in bytes. */
  public SabByteReadable(EventLoop loop, Consumer ring, Settings settings) {
    super(loop, Mode.bytes(), settings);
    this.ring = ring;
    this.packets = new PacketReader(ring);
  }

  @Override
  protected void onRead(int size) {
    wanted = true;
    if (!taking && !postponed && question == null) {
      take();
    }
  }

  /** As in {@link SabReadable}: RB602, RB605, RB606. */
  private void take() {
    taking = true;
    try {
      while (wanted && !isDestroyed()) {
        if (isOthersTurn()) {
          postponed = true;
          loop().post(this::goOn);
          return;
        }
        if (!takeChunk()) {
          return;
        }
      }
    } finally {
      taking = false;
    }
  }

  /** What is wrong with the bytes, or with the memory, is the stream's failure. */
  private Taken poll(ByteBuffer into) {
    try {
      return packets.poll(into);
    } catch (IOException | RuntimeException | InternalError e) {
      destroy(e);
      return Taken.CANCELLED;
    }
  }

  /** False when it has asked to be told, and nothing had come in between (RB607). */
  private boolean takeChunk() {
    ByteBuffer into = ByteBuffer.wrap(chunk, 0, room());
    switch (poll(into)) {
      case ELEMENT -> {
        wanted = false; // unless push says so, or asks for more itself
        if (push(Arrays.copyOf(chunk, into.position()))) {
          wanted = true;
        }
      }
      case EMPTY -> {
        question = ring.whenReady(() -> loop().post(this::told));
        return question == null;
      }
      case END -> {
        wanted = false;
        pushEnd();
      }
      case CANCELLED, TIMED_OUT -> wanted = false;
    }
    return true;
  }

  /** No more than the mark leaves room for (RB602); something is wanted, so at least a byte. */
  private int room() {
    int free = readableHighWaterMark() - readableLength();
    return Math.max(1, Math.min(free, MAX_BYTES));
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
    if (!packets.isEnded()) {
      ring.cancel();
    }
    done.done(cause);
  }
}

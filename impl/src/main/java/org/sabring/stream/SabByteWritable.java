package org.sabring.stream;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;

/**
 * From a stream of bytes to a ring: {@link SabWritable} in binary mode, with chunks of any length.
 * The ring's producer side belongs to the stream, and is used by its loop alone.
 *
 * <p>{@code end} writes the end of the bytes after everything, and closes the ring (RB613). {@code
 * destroy} closes the ring without it (RB615), so that the reader fails instead of taking what
 * there is for all. When the ring's consumer has cancelled, the next write, or the one that waits,
 * fails with {@link StreamException.Code#RING_CANCELLED}, and the stream is destroyed with it. The
 * loop never blocks: when the ring is full the stream asks to be told and returns.
 */
public final class SabByteWritable extends Writable<byte[]> {

  private final Producer ring;
  private final PacketWriter packets;

  /** What is being written of a chunk. */
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** Who hears when that is in the ring. */
  private Done waiting = Done.NOTHING;

  /** The question asked, as long as the answer has not come to the loop. */
  private @Nullable AsyncWait question;

  /** A stream into the ring, with Node's default high-water mark. */
  public SabByteWritable(EventLoop loop, Producer ring) {
    this(loop, ring, Settings.of(Mode.bytes()));
  }

  /** A stream into the ring; its high-water mark is in bytes. */
  public SabByteWritable(EventLoop loop, Producer ring, Settings settings) {
    super(loop, Mode.bytes(), settings);
    this.ring = ring;
    this.packets = new PacketWriter(ring);
  }

  @Override
  protected void onWrite(byte[] chunk, Done done) {
    rest = ByteBuffer.wrap(chunk);
    waiting = done;
    goOn();
  }

  @Override
  protected boolean hasFinal() {
    return true;
  }

  @Override
  protected void onFinal(Done done) {
    packets.packEnd();
    waiting =
        error -> {
          ring.close();
          done.done(error);
        };
    goOn();
  }

  /** Until all is in the ring (RB611), or that is full and no room was made in between (RB614). */
  private void goOn() {
    while (question == null) {
      if (packets.isIdle() && rest.hasRemaining()) {
        packets.pack(rest);
      }
      Offered offered;
      try {
        offered = packets.offer();
      } catch (RuntimeException | InternalError e) { // a memory cut short or overwritten
        answer(e);
        return;
      }
      switch (offered) {
        case STORED -> {
          if (!rest.hasRemaining()) {
            answer(null);
            return;
          }
        }
        case FULL -> question = ring.whenReady(() -> loop().post(this::told));
        case CLOSED, CANCELLED, TIMED_OUT -> {
          answer(new StreamException(StreamException.Code.RING_CANCELLED));
          return;
        }
      }
    }
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

  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    if (question != null) {
      question.cancel();
      question = null;
      Done lost = waiting;
      waiting = Done.NOTHING;
      loop()
          .nextTick(
              () -> lost.done(new StreamException(StreamException.Code.ERR_STREAM_DESTROYED)));
    }
    ring.close();
    done.done(cause);
  }
}

package org.sabring.stream.sab;

import java.io.IOException;
import org.sabring.memory.SharedInts;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/** A ring whose consumer is behind the shipped {@link RingChannel}, for the explorer. */
public final class ChannelScene {

  private static final class Elements extends RingChannel {
    private final Consumer ring;

    Elements(Consumer ring) {
      this.ring = ring;
    }

    int take() throws IOException {
      return work(
          () -> {
            Taken answer = ring.take();
            return answer == Taken.ELEMENT ? ring.element() : -1;
          });
    }

    @Override
    void release() {
      abandon();
    }

    @Override
    void abandon() {
      ring.cancel();
    }
  }

  private final CursorRing ring;
  private final Elements channel;

  private ChannelScene(CursorRing ring) {
    this.ring = ring;
    this.channel = new Elements(ring.consumer());
  }

  public static ChannelScene create() {
    RingLayout layout = RingLayout.compact(2);
    return new ChannelScene(CursorRing.create(SharedInts.heap(layout.length()), layout));
  }

  /** The element or the exception; with an exclamation mark if the thread is left interrupted. */
  public String take() {
    try {
      return noticing(String.valueOf(channel.take()));
    } catch (IOException e) {
      return noticing(e.getClass().getSimpleName().replace("Exception", ""));
    }
  }

  private static String noticing(String answer) {
    return Thread.interrupted() ? answer + "!" : answer;
  }

  public String put(int element) throws InterruptedException {
    return ring.producer().put(element).name();
  }

  public String close() throws IOException {
    channel.close();
    return noticing(channel.isOpen() ? "open" : "closed");
  }
}

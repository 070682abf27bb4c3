package org.sabring.recorder;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A ring buffer of the Disruptor between one producer and one poller, whose events are slots that
 * are used again.
 */
final class DisruptorQueue implements RecordableQueue<Integer> {

  private static final class Slot {
    private int value;
  }

  private final RingBuffer<Slot> ring;
  private final EventPoller<Slot> poller;

  /** What the poller was given last; the consumer's own. */
  private int polled;

  DisruptorQueue(int capacity) {
    ring = RingBuffer.createSingleProducer(Slot::new, capacity);
    poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
  }

  @Override
  public boolean offer(Integer element) {
    return ring.tryPublishEvent((slot, sequence) -> slot.value = element);
  }

  @Override
  public @Nullable Integer poll() {
    try {
      EventPoller.PollState state =
          poller.poll(
              (slot, sequence, endOfBatch) -> {
                polled = slot.value;
                return false;
              });
      return state == EventPoller.PollState.PROCESSING ? polled : null;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

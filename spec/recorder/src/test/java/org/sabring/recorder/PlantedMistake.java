package org.sabring.recorder;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A queue that makes one mistake, once, long after the beginning. It knows for certain what its
 * mistake needs to be one: when an offer begins, the last one has come back, and likewise of a
 * poll.
 */
final class PlantedMistake implements RecordableQueue<Integer> {

  /** The mistakes, each with the rule that it breaks. */
  enum Kind {
    /** Two elements change places. */
    SWAPS("RB101"),
    /** An element is dropped, and the answer is that nothing is stored. */
    LOSES("RB102"),
    /** An element comes twice. */
    DOUBLES("RB103"),
    /** An element comes that nobody put. */
    INVENTS("RB103"),
    /** An offer is refused although there is room. */
    REFUSES("RB104");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    String rule() {
      return rule;
    }
  }

  private static final int AFTER = 1000;

  private final RecordableQueue<Integer> queue;
  private final Kind kind;
  private final int bound;

  /** Of the producer: elements that were stored, and how many when it last came back. */
  private int stored;

  private volatile int givenBack;

  /** Of the consumer: elements that were taken, and how many when it last came back. */
  private int taken;

  private volatile int takenBack;

  private @Nullable Integer held;
  private int last;
  private volatile boolean done;

  PlantedMistake(RecordableQueue<Integer> queue, Kind kind, int bound) {
    this.queue = queue;
    this.kind = kind;
    this.bound = bound;
  }

  /** Whether the mistake was made. */
  boolean isDone() {
    return done;
  }

  @Override
  public boolean offer(Integer element) {
    givenBack = stored;
    boolean room = stored - takenBack < bound;
    if (kind == Kind.REFUSES && !done && stored > AFTER && room) {
      done = true;
      return false;
    }
    return counted(queue.offer(element));
  }

  @Override
  public boolean put(Integer element) throws InterruptedException {
    givenBack = stored;
    return counted(queue.put(element));
  }

  private boolean counted(boolean isStored) {
    stored += isStored ? 1 : 0;
    return isStored;
  }

  @Override
  public @Nullable Integer take() throws InterruptedException {
    Integer element = poll();
    while (element == null && !(kind == Kind.LOSES && done)) {
      element = queue.poll(1, TimeUnit.MILLISECONDS);
      last = element == null ? last : element;
      taken += element == null ? 0 : 1;
    }
    return element;
  }

  @Override
  public @Nullable Integer poll() {
    takenBack = taken;
    boolean mistaken = !done && taken > AFTER && givenBack - taken >= 2;
    Integer element = mistaken ? mistake() : held == null ? queue.poll() : held;
    if (!mistaken) {
      held = null;
    }
    if (element != null) {
      taken++;
      last = element;
    }
    return element;
  }

  private @Nullable Integer mistake() {
    done = true;
    return switch (kind) {
      case SWAPS -> {
        held = queue.poll();
        yield queue.poll();
      }
      case LOSES -> {
        queue.poll();
        yield null;
      }
      case DOUBLES -> last;
      case INVENTS -> {
        queue.poll();
        yield -1;
      }
      case REFUSES -> {
        done = false;
        yield queue.poll();
      }
    };
  }
}

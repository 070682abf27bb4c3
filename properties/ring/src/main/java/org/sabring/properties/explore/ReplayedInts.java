package org.sabring.properties.explore;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.Access.Kind;
import org.sabring.properties.explore.memory.Mode;

/**
 * The memory that a side's code is given. It has no words: it answers the accesses that the side
 * has already made from the record of their answers, and stops the side at the next one.
 *
 * <p>While a side is being built it is an ordinary memory instead, so that a constructor may load
 * and store: what it stores is there before any side begins.
 */
final class ReplayedInts implements SharedInts {

  private final int[] initial;
  private final Playback playback = new Playback();
  private final Stage stage = new Stage(playback);
  private boolean building = true;

  ReplayedInts(int[] initial) {
    this.initial = initial;
  }

  /** From now on a side's operation is run again: these accesses were asked, and so answered. */
  void play(List<Access> accesses, int[] record) {
    building = false;
    playback.play(accesses, record);
    stage.begin();
  }

  /** The operation that is being run again. */
  Playback playback() {
    return playback;
  }

  /** What else the side may ask for. */
  Stage stage() {
    return stage;
  }

  private int answer(Access access) {
    return playback.answer(access);
  }

  @Override
  public int length() {
    return initial.length;
  }

  private int load(Mode mode, int index) {
    Objects.checkIndex(index, initial.length);
    return building ? initial[index] : answer(Access.load(mode, index));
  }

  private void store(Mode mode, int index, int value) {
    Objects.checkIndex(index, initial.length);
    if (building) {
      initial[index] = value;
    } else {
      answer(Access.store(mode, index, value));
    }
  }

  @Override
  public int getPlain(int index) {
    return load(Mode.PLAIN, index);
  }

  @Override
  public int getOpaque(int index) {
    return load(Mode.OPAQUE, index);
  }

  @Override
  public int getAcquire(int index) {
    return load(Mode.ACQUIRE, index);
  }

  @Override
  public int getVolatile(int index) {
    return load(Mode.VOLATILE, index);
  }

  @Override
  public void setPlain(int index, int value) {
    store(Mode.PLAIN, index, value);
  }

  @Override
  public void setOpaque(int index, int value) {
    store(Mode.OPAQUE, index, value);
  }

  @Override
  public void setRelease(int index, int value) {
    store(Mode.RELEASE, index, value);
  }

  @Override
  public void setVolatile(int index, int value) {
    store(Mode.VOLATILE, index, value);
  }

  @Override
  public int addOpaque(int index, int delta) {
    return change(Kind.ADD, index, delta);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return change(Kind.UPDATE, index, delta);
  }

  private int change(Kind kind, int index, int delta) {
    Objects.checkIndex(index, initial.length);
    checkRunning();
    return answer(Access.of(kind, index, delta));
  }

  @Override
  public void fullFence() {
    checkRunning();
    answer(Access.of(Kind.FENCE, 0, 0));
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Objects.checkIndex(index, initial.length);
    checkRunning();
    letTheClockMoveOn();
    return switch (Woken.of(answer(Access.await(index, expected, timeoutNanos)))) {
      case OK -> Awaited.OK;
      case NOT_EQUAL -> Awaited.NOT_EQUAL;
      case TIMED_OUT -> Awaited.TIMED_OUT;
      case INTERRUPTED -> throw new InterruptedException();
    };
  }

  /** So that a time of one nanosecond is up when the wait ends, every time it is run again. */
  private static void letTheClockMoveOn() {
    long now = System.nanoTime();
    while (System.nanoTime() == now) {
      Thread.onSpinWait();
    }
  }

  @Override
  public int notify(int index, int count) {
    Objects.checkIndex(index, initial.length);
    checkRunning();
    if (count < 0) {
      throw new IllegalArgumentException("count=" + count + ", expected at least 0");
    }
    return answer(Access.of(Kind.NOTIFY, index, count));
  }

  @Override
  public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    Objects.checkIndex(index, initial.length);
    checkRunning();
    return stage.ask(index, expected, onNotified);
  }

  private void checkRunning() {
    if (building) {
      throw new IllegalStateException("only loads and stores, before the operations begin");
    }
  }

  @Override
  public int waiters(int index) {
    throw new UnsupportedOperationException("waiters: a hook for tests, not a step of a side");
  }

  @Override
  public SharedInts view(int from, int length) {
    throw new UnsupportedOperationException("view: give the side the memory itself");
  }
}

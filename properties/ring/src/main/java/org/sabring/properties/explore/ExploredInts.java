package org.sabring.properties.explore;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/**
 * The memory of a ring under the explorer: its words are the explorer's, and each access, wait and
 * notification is one step. What {@link SharedInts} promises of waiting is taken for granted here;
 * that the shipped waiter lists keep it is shown apart.
 */
public final class ExploredInts implements SharedInts {

  private final Words words;

  public ExploredInts(Words words) {
    this.words = words;
  }

  /** The words that a memory is made of. */
  Words words() {
    return words;
  }

  private int at(int index) {
    return Objects.checkIndex(index, words.length());
  }

  @Override
  public int length() {
    return words.length();
  }

  @Override
  public int getPlain(int index) {
    return words.load(Mode.PLAIN, at(index));
  }

  @Override
  public int getOpaque(int index) {
    return words.load(Mode.OPAQUE, at(index));
  }

  @Override
  public int getAcquire(int index) {
    return words.load(Mode.ACQUIRE, at(index));
  }

  @Override
  public int getVolatile(int index) {
    return words.load(Mode.VOLATILE, at(index));
  }

  @Override
  public void setPlain(int index, int value) {
    words.store(Mode.PLAIN, at(index), value);
  }

  @Override
  public void setOpaque(int index, int value) {
    words.store(Mode.OPAQUE, at(index), value);
  }

  @Override
  public void setRelease(int index, int value) {
    words.store(Mode.RELEASE, at(index), value);
  }

  @Override
  public void setVolatile(int index, int value) {
    words.store(Mode.VOLATILE, at(index), value);
  }

  @Override
  public int addOpaque(int index, int delta) {
    return words.addOpaque(at(index), delta);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return words.getAndAdd(at(index), delta);
  }

  @Override
  public void fullFence() {
    words.fullFence();
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    return switch (words.await(at(index), expected, timeoutNanos)) {
      case OK -> Awaited.OK;
      case NOT_EQUAL -> Awaited.NOT_EQUAL;
      case TIMED_OUT -> Awaited.TIMED_OUT;
      case INTERRUPTED -> throw new InterruptedException();
    };
  }

  @Override
  public int notify(int index, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count=" + count + ", expected at least 0");
    }
    return words.notify(at(index), count);
  }

  @Override
  public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    Words.Question question = words.ask(at(index), expected, onNotified);
    return question == null ? null : question::takeBack;
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

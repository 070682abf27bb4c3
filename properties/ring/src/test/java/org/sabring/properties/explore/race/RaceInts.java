package org.sabring.properties.explore.race;

import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;

/**
 * The memory of a side in a race: it remembers how the last wait ended, and has the side itself
 * wait for what it has asked to be told, once it has nothing else to do. In between something may
 * have changed: then it has been told.
 */
final class RaceInts extends ForwardingInts {

  private record Question(int index, int expected, Runnable onNotified) {}

  private @Nullable Awaited last;

  /** Null between two calls. */
  private @Nullable Question question;

  RaceInts(SharedInts memory) {
    super(memory);
  }

  /** For the call that begins. */
  void forget() {
    last = null;
    question = null;
  }

  /** How the last wait of this call ended. */
  String lastWait() {
    return last == null ? "NO_WAIT" : last.name();
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    last = super.await(index, expected, timeoutNanos);
    return last;
  }

  /** A wait without any time compares as a question does, and leaves the rest to be waited for. */
  @Override
  public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    if (awaited(index, expected, 0) == Awaited.NOT_EQUAL) {
      last = Awaited.NOT_EQUAL;
      return null;
    }
    question = new Question(index, expected, onNotified);
    return this::takeBack;
  }

  private boolean takeBack() {
    boolean open = question != null;
    question = null;
    return open;
  }

  /** Waits until it is told what it has asked; false if it has not asked. */
  boolean beTold() {
    Question asked = question;
    if (asked == null) {
      return false;
    }
    awaited(asked.index(), asked.expected(), FOREVER);
    last = Awaited.OK;
    question = null;
    asked.onNotified().run();
    return true;
  }

  private Awaited awaited(int index, int expected, long timeoutNanos) {
    try {
      return super.await(index, expected, timeoutNanos);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

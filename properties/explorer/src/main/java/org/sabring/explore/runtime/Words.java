package org.sabring.explore.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;
import org.sabring.explore.memory.Update.Op;
import org.sabring.explore.runtime.Access.Kind;

/**
 * An array of 32-bit words with a waiter list each, as an {@code Int32Array} on a {@code
 * SharedArrayBuffer}: a ready-made shared memory, for code that is written against one. Word n is
 * location n. Every access to it is one step, and so is each wait and each notification.
 */
public final class Words {

  /** The time-out of a wait that only a notification or an interrupt ends. */
  public static final long FOREVER = Long.MAX_VALUE;

  private final Execution execution;
  private final int length;
  private final Stage stage;

  /** The words of a program, which are its first locations. */
  public Words(Execution execution, int length) {
    this.execution = execution;
    this.length = length;
    this.stage = new Stage(execution);
  }

  /** How many there are. */
  public int length() {
    return length;
  }

  /** What an event loop on these words is turned by. */
  public Stage stage() {
    return stage;
  }

  /** Behind the words lie the locations of objects. */
  private int at(int word) {
    return Objects.checkIndex(word, length);
  }

  private void checkRunning() {
    if (execution.isDirect()) {
      throw new IllegalStateException("only loads and stores, before the operations begin");
    }
  }

  /** Loads a word. */
  public int load(Mode mode, int word) {
    return (int) execution.memory().load(mode, at(word));
  }

  /** Stores a word. */
  public void store(Mode mode, int word, int value) {
    execution.memory().store(mode, at(word), value);
  }

  /** Adds to a word that nobody else writes: an opaque load and an opaque store, in one step. */
  public int addOpaque(int word, int delta) {
    checkRunning();
    return (int) execution.answer(Access.of(Kind.ADD, at(word), delta));
  }

  /** Adds to a word atomically, in mode volatile. */
  public int getAndAdd(int word, int delta) {
    checkRunning();
    return (int)
        execution.memory().update(Mode.VOLATILE, at(word), new Update(Op.ADD, 0, delta, 32));
  }

  /** A full fence. */
  public void fullFence() {
    execution.memory().fence(Fence.FULL);
  }

  /** Compares a word, volatile, and sleeps if it is as expected. */
  public Woken await(int word, int expected, long timeoutNanos) {
    checkRunning();
    Woken woken =
        Woken.of(execution.answer(Access.waiting(Kind.WAIT, at(word), expected, timeoutNanos)));
    execution.clock().pass(woken == Woken.TIMED_OUT ? timeoutNanos : 1);
    return woken;
  }

  /** Wakes the longest-waiting; how many it woke. */
  public int notify(int word, int count) {
    checkRunning();
    return (int) execution.answer(Access.of(Kind.NOTIFY, at(word), count));
  }

  /** Compares a word, and if it is as expected asks to be told; null if it is not. */
  public @Nullable Question ask(int word, int expected, Runnable onNotified) {
    checkRunning();
    return stage.ask(at(word), expected, onNotified);
  }

  /** A question that can be taken back. */
  @FunctionalInterface
  public interface Question {
    /** Takes it back; whether nobody had told it yet. */
    boolean takeBack();
  }
}

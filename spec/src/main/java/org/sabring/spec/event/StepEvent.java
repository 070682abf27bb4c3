package org.sabring.spec.event;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;

/**
 * An event of a trace: one step, one line of the file.
 *
 * @param line its line in the file, from 1
 * @param side who took the step
 * @param access what it does to the word
 * @param word the word
 * @param index the slot of {@link Word#DATA}, from 0; -1 for every other word
 * @param value what was loaded or stored, what was there before one was added, what a wait
 *     expected, how many a notification woke
 * @param result what a wait answered; null if it never woke, and for every other access
 */
public record StepEvent(
    long line,
    RingSide side,
    AccessKind access,
    Word word,
    int index,
    int value,
    @Nullable WaitResult result) {

  /** The same access with another value. */
  public StepEvent withValue(int other) {
    return new StepEvent(line, side, access, word, index, other, result);
  }

  /** The same wait with another answer; null if it never woke. */
  public StepEvent answered(@Nullable WaitResult answer) {
    return new StepEvent(line, side, access, word, index, value, answer);
  }

  /** The step for people: {@code P store write 3}, {@code C wait write expected 3: ok}. */
  public String text() {
    return side.letter() + " " + action();
  }

  /** The step without its side, for a column that shows it: {@code store write 3}. */
  public String action() {
    String place = word == Word.DATA ? word.label() + "[" + index + "]" : word.label();
    String woke = result == null ? "never woke" : result.label();
    return switch (access) {
      case LOAD, STORE -> access.label() + " " + place + " " + shown();
      case ADD -> "add to " + place + " at " + shown();
      case WAIT -> "wait " + place + " expected " + shown() + ": " + woke;
      case NOTIFY -> "notify " + place + ": woke " + value;
    };
  }

  /** A cursor with its flag as {@code 3!}; what cannot be a cursor stays the number it is. */
  private String shown() {
    boolean cursor = (word == Word.WRITE || word == Word.READ) && value >= 0;
    return cursor ? MemoryLayout.show(value) : Integer.toString(value);
  }
}

package org.sabring.properties.explore;

import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.Stage.Turn;
import org.sabring.properties.explore.memory.Mode;

/**
 * What a side is about to do to the memory: one step.
 *
 * @param kind what
 * @param mode how strong, for a load or a store
 * @param word where; 0 for a fence
 * @param argument the value of a store, the delta of an addition, what a wait expects, how many a
 *     notification may wake, which question is taken back, what a turn offers; 0 for others
 * @param limit how long a wait may last
 */
public record Access(Kind kind, Mode mode, int word, int argument, Limit limit) {

  /** What an access does. */
  public enum Kind {
    LOAD,
    STORE,
    /** {@link SharedInts#addOpaque}. */
    ADD,
    /** {@link SharedInts#getAndAdd}. */
    UPDATE,
    FENCE,
    WAIT,
    NOTIFY,
    /** {@link SharedInts#awaitAsync}. */
    ASK,
    /** {@link org.sabring.memory.AsyncWait#cancel}. */
    TAKE_BACK,
    /** {@link Stage#turn}. */
    TURN
  }

  /** How long a wait may last: the explorer has no clock, and how much time is left is a choice. */
  public enum Limit {
    NO_TIME,
    SOME_TIME,
    FOREVER;

    static Limit of(long nanos) {
      return nanos <= 0 ? NO_TIME : nanos == SharedInts.FOREVER ? FOREVER : SOME_TIME;
    }
  }

  static Access load(Mode mode, int word) {
    return new Access(Kind.LOAD, mode, word, 0, Limit.NO_TIME);
  }

  static Access store(Mode mode, int word, int value) {
    return new Access(Kind.STORE, mode, word, value, Limit.NO_TIME);
  }

  static Access of(Kind kind, int word, int argument) {
    return new Access(kind, Mode.VOLATILE, word, argument, Limit.NO_TIME);
  }

  static Access await(int word, int expected, long nanos) {
    return new Access(Kind.WAIT, Mode.VOLATILE, word, expected, Limit.of(nanos));
  }

  static Access ask(int word, int expected) {
    return of(Kind.ASK, word, expected);
  }

  static Access takeBack(int word, int question) {
    return of(Kind.TAKE_BACK, word, question);
  }

  static Access turn(boolean busy, boolean mayAct) {
    int run = busy ? 1 << Turn.RUN.answer() : 0;
    int act = mayAct ? 1 << Turn.ACT.answer() : 0;
    return of(Kind.TURN, 0, run | act);
  }

  /** Whether a turn may be of that kind; who was told may always hear it. */
  boolean offers(Turn turn) {
    return (argument & 1 << turn.answer()) != 0;
  }

  /** Whether it is a turn that only somebody else can bring on. */
  boolean isIdle() {
    return kind == Kind.TURN && argument == 0;
  }

  /** Whether it changes a word. */
  public boolean stores() {
    return kind == Kind.STORE || kind == Kind.ADD || kind == Kind.UPDATE;
  }

  /** Whether it gives back what a word holds. */
  public boolean loads() {
    return kind == Kind.LOAD || kind == Kind.ADD || kind == Kind.UPDATE;
  }
}

package org.sabring.spec.oracle.steps;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.WaitResult;

/**
 * An access as the judge sees it: a slot's index and a cursor's value have become positions, which
 * count on for ever.
 *
 * @param kind what it does
 * @param access the line
 * @param word which of its writer's words it is about
 * @param at the position of the slot; or the version of the word that was stored, loaded, or
 *     compared with
 * @param step its name in the protocol; empty if it is held against none
 * @param trouble what is wrong with what is impossible; null for all else
 */
record RingAction(
    Kind kind, TraceAccess access, Counted word, long at, String step, @Nullable Trouble trouble) {

  /** What is wrong with a load, unless the other side's log shows why it is. */
  interface Trouble {
    void raise() throws BrokenPromise, Misfit;
  }

  RingAction(Kind kind, TraceAccess access, Counted word, long at) {
    this(kind, access, word, at, "", null);
  }

  /**
   * A load that no run of a right ring has: somebody's fault, and the other side's log comes first.
   */
  static RingAction impossible(TraceAccess access, Trouble trouble) {
    return new RingAction(Kind.IMPOSSIBLE, access, Counted.CURSOR, 0, "", trouble);
  }

  /**
   * A load that has no meaning: what that shows, once the other side has been followed.
   *
   * @param certain whether a promise is broken then; else it may be the recording
   */
  static RingAction impossible(
      TraceAccess access, boolean certain, BrokenPromise broken, String doubt) {
    return impossible(
        access,
        () -> {
          if (certain) {
            throw broken;
          }
          throw new Misfit(access, doubt);
        });
  }

  /** Something that tells the judge nothing, kept for the story. */
  static RingAction nothing(TraceAccess access) {
    return new RingAction(Kind.NOTHING, access, Counted.CURSOR, 0);
  }

  /** The same as a step of a protocol. */
  RingAction named(String name) {
    return name.isEmpty() ? this : new RingAction(kind, access, word, at, name, trouble);
  }

  enum Kind {
    /** The producer works on a slot. */
    WRITE_SLOT,
    /** The consumer works on a slot. */
    READ_SLOT,
    /** A side moves a word of its own. */
    MOVE,
    /** A side loads a word of the other. */
    LOOK,
    /** A wait that found the word changed. */
    NOT_EQUAL,
    /** A wait that found the word unchanged. */
    SLEEP,
    /** A wait on a word of which nothing is known: anything may have happened meanwhile. */
    UNSEEN_WAIT,
    NOTIFY,
    FENCE,
    /** A load of a value that no cursor can have now. */
    IMPOSSIBLE,
    /** A load of another word, by which everything that the other side did may be ordered. */
    HANDSHAKE,
    /** It tells nothing of the other side, and hands nothing over. */
    NOTHING
  }

  /** A word whose values only grow: its side's cursor, or one of its counters. */
  enum Counted {
    CURSOR,
    ELEMENTS,
    WAITS
  }

  /** Whether it tells how far the other side has come. */
  boolean binds() {
    return kind == Kind.LOOK || kind == Kind.NOT_EQUAL || kind == Kind.SLEEP;
  }

  boolean isSleep() {
    return kind == Kind.SLEEP;
  }

  /** A wait that found the word unchanged, and came back because its time was up. */
  boolean isTimeout() {
    return isSleep() && access.result() == WaitResult.TIMED_OUT;
  }

  /** A wait that never came back. */
  boolean isForever() {
    return isSleep() && access.result() == null;
  }

  /** The version of a cursor, which closing moves as well. */
  static long version(long position, boolean flagged) {
    return 2 * position + (flagged ? 1 : 0);
  }

  /** The position in a version of a cursor. */
  static long position(long version) {
    return version >> 1;
  }
}

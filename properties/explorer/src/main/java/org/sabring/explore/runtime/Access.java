package org.sabring.explore.runtime;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;

/**
 * A pending access: what a side is about to do to what it shares with others, and may have to stop
 * at.
 *
 * @param kind what
 * @param mode how strong, for a load, a store or an update
 * @param location where; the object for FREEZE, 0 for a fence
 * @param argument the value of a store, the delta of an addition, what a wait expects, how many a
 *     notification may wake, which question is taken back, what a turn offers, how deep a lock is
 *     taken, whom an unpark or an interrupt is for; 0 for others
 * @param update what an update does; null for others
 * @param fence which fence; null for others
 * @param limit how long a wait may last
 */
public record Access(
    Kind kind,
    Mode mode,
    int location,
    long argument,
    @Nullable Update update,
    @Nullable Fence fence,
    Limit limit) {

  /** What an access does. */
  public enum Kind {
    LOAD,
    STORE,
    /** A word's sole writer adds to it: an opaque load and an opaque store, in one step. */
    ADD,
    /** An atomic read-modify-write. */
    UPDATE,
    /** The same, and it may fail for no reason; it answers 1 if it did not fail, else 0. */
    WEAK_UPDATE,
    FENCE,
    /** Of words: compare and sleep. */
    WAIT,
    /** Of words: wake the longest-waiting. */
    NOTIFY,
    /** Of words: compare and ask to be told. */
    ASK,
    /** Of words: the question is taken back. */
    TAKE_BACK,
    /** Of an event loop: its next turn. */
    TURN,
    /** Take a monitor. */
    LOCK,
    /** Take a monitor if it is free. */
    TRY_LOCK,
    /** Give a monitor back. */
    UNLOCK,
    /** Give a monitor back and sleep in its wait set. */
    MONITOR_WAIT,
    /** Wake one of a monitor's wait set, or all. */
    MONITOR_NOTIFY,
    PARK,
    UNPARK,
    /** Set the interrupt status of a side. */
    INTERRUPT,
    /** Look at the own interrupt status, and clear it if the argument is 1. */
    INTERRUPTED,
    /** The end of a constructor with final fields. */
    FREEZE,
    /** It goes round for ever: nobody else can change what it looks at. */
    SPIN
  }

  /** How long a wait may last: there is no clock, and how much time is left is a choice. */
  public enum Limit {
    NO_TIME,
    SOME_TIME,
    /** So long that a program which uses it up has stopped. */
    LONG_TIME,
    FOREVER;

    /** Half a second, so that of a whole one there is enough left after it was woken early. */
    private static final long LONG = 500_000_000;

    /** 146 years: what is left of a wait for ever that was woken early is more. */
    private static final long LONGEST = Long.MAX_VALUE / 2;

    static Limit of(long nanos) {
      if (nanos <= 0) {
        return NO_TIME;
      }
      return nanos > LONGEST ? FOREVER : nanos >= LONG ? LONG_TIME : SOME_TIME;
    }

    /** Whether the time may be up while it waits. */
    public boolean mayRunOut() {
      return this == SOME_TIME || this == LONG_TIME;
    }
  }

  /** A load. */
  public static Access load(Mode mode, int location) {
    return new Access(Kind.LOAD, mode, location, 0, null, null, Limit.NO_TIME);
  }

  /** A store. */
  public static Access store(Mode mode, int location, long value) {
    return new Access(Kind.STORE, mode, location, value, null, null, Limit.NO_TIME);
  }

  static Access update(Kind kind, Mode mode, int location, Update update) {
    return new Access(kind, mode, location, update.operand(), update, null, Limit.NO_TIME);
  }

  static Access fence(Fence fence) {
    return new Access(Kind.FENCE, Mode.VOLATILE, 0, 0, null, fence, Limit.NO_TIME);
  }

  /** One that has a place and a number alone. */
  public static Access of(Kind kind, int location, long argument) {
    return new Access(kind, Mode.VOLATILE, location, argument, null, null, Limit.NO_TIME);
  }

  public static Access waiting(Kind kind, int location, long argument, long nanos) {
    return new Access(kind, Mode.VOLATILE, location, argument, null, null, Limit.of(nanos));
  }

  /** The location, of an access to a word: its number. */
  public int word() {
    return location;
  }

  /** The argument, of an access to a word. */
  public int number() {
    return (int) argument;
  }

  /** Whether it changes what a location holds. */
  public boolean stores() {
    return kind == Kind.STORE || kind == Kind.ADD || isUpdate();
  }

  /** Whether it gives back what a location holds. */
  public boolean loads() {
    return kind == Kind.LOAD || kind == Kind.ADD || isUpdate();
  }

  /** Whether it is atomic. */
  public boolean isUpdate() {
    return kind == Kind.UPDATE || kind == Kind.WEAK_UPDATE;
  }

  /** Whether it is an access to what a location holds, and to nothing else. */
  public boolean isOfLocation() {
    return loads() || stores();
  }

  /** Whether the side sleeps after it, unless what it waits for has come. */
  public boolean isWait() {
    return kind == Kind.WAIT || kind == Kind.MONITOR_WAIT || kind == Kind.PARK;
  }

  /** Whether it is a turn that only somebody else can bring on. */
  public boolean isIdle() {
    return kind == Kind.TURN && argument == 0;
  }
}

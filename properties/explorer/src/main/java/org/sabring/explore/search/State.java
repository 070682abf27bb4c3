package org.sabring.explore.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;

/**
 * A state of a program: all that decides how it goes on. These are the memory, what each side holds
 * for itself, where each side is, who waits, what may still happen from outside, and what the
 * monitor remembers. Two states that are equal have the same future, step for step: a position
 * decides what its side does with each answer, the memory decides the answers, and the monitor's
 * verdict is a function of itself and of the steps. So a state that was reached before need not be
 * explored again, and nothing is lost.
 *
 * @param locals what each side holds for itself
 * @param at where each side is
 * @param waiting who waits
 * @param chances what may still happen from outside
 * @param begun the sides whose monitor has heard of their operation, as bits
 * @param monitor what is remembered of the steps
 */
public record State(
    Memory memory,
    Values locals,
    List<Position> at,
    Waiting waiting,
    Chances chances,
    int begun,
    Monitor monitor) {

  /**
   * What may still happen from outside.
   *
   * @param dead the sides that have stopped for good, as bits
   */
  record Chances(int spurious, int interrupts, int crashes, int dead) {

    /** After a wake-up for no reason, or an interrupt. */
    Chances less(char option) {
      return option == Step.SPURIOUS
          ? new Chances(less(spurious), interrupts, crashes, dead)
          : new Chances(spurious, less(interrupts), crashes, dead);
    }

    Chances dead(int side) {
      return new Chances(spurious, interrupts, crashes - 1, dead | 1 << side);
    }

    private static int less(int chances) {
      return chances == Options.ANY ? chances : chances - 1;
    }
  }

  /** What a side does next to the memory; null between two calls, and when it is done. */
  public @Nullable Access next(int side) {
    return at(side).access;
  }

  /** What a side has done to the memory since its call began. */
  public List<Access> asked(int side) {
    return at(side).asked;
  }

  /** What a side calls; null when it has made all its calls, or has to choose. */
  public @Nullable Object call(int side) {
    return at(side).call.operation() == null ? null : at(side).operation().call();
  }

  /** Whether a side is in the middle of a call: it has taken a step of it. */
  public boolean hasBegun(int side) {
    return at(side).steps > 0;
  }

  /** Whether a side has nothing left to call. */
  public boolean isDone(int side) {
    return at(side).isDone();
  }

  /** Whether a side sleeps. */
  public boolean isAsleep(int side) {
    return waiting.isAsleep(side);
  }

  /** Whether a side's call has become too long to go on: what it does then is not known. */
  public boolean isTooLong(int side) {
    return at(side).isTooLong();
  }

  /** Where all sides are, and what they hold for themselves: a value. */
  public Object places() {
    return new Places(at, locals);
  }

  private record Places(List<Position> at, Values locals) {}

  Position at(int side) {
    return at.get(side);
  }

  /** Whether a side is a loop that has nothing to do, and was told nothing. */
  public boolean isIdle(int side) {
    Access access = at(side).access;
    return access != null && access.isIdle() && waiting.toldTo(side) == null;
  }

  /** Whether a side has asked to be told, and nobody has told it. */
  public boolean hasAsked(int side) {
    return waiting.asked(side) != null;
  }

  /** Whether a side has stopped for good. */
  public boolean isDead(int side) {
    return (chances.dead() & 1 << side) != 0;
  }

  /** Whether a side takes no step any more. */
  public boolean hasEnded(int side) {
    return isDead(side) || isDone(side);
  }

  /** What a side that is stuck waits for, for people. */
  public String whyStuck(Program program, int side) {
    Access access = Objects.requireNonNull(at(side).access);
    boolean spins = access.kind() == Access.Kind.SPIN;
    String name = spins ? "" : program.scene().locations().nameOf(access.location());
    String why =
        switch (access.kind()) {
          case LOCK -> "waits for " + name + ", which is never given back";
          case SPIN -> "goes round for ever, and nobody can change what it looks at";
          case PARK -> "is parked for ever: nobody unparks it";
          default -> "sleeps for ever: it waits on " + name + ", and nobody notifies it any more";
        };
    String where = at(side).line == null ? "" : " at " + at(side).line;
    return "%c, in %s%s, %s"
        .formatted(program.letter(side), at(side).operation().call(), where, why);
  }
}

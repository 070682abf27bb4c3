package org.sabring.explore.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Judge;
import org.sabring.explore.Options;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/**
 * A state of a program: all that decides how it goes on. These are the memory, what each side holds
 * for itself, where each side is, who waits, what may still happen from outside, and what the judge
 * remembers. Two states that are equal have the same future, step for step: a position decides what
 * its side does with each answer, the memory decides the answers, and the judge's verdict is a
 * function of itself and of the steps. So a state that was reached before need not be explored
 * again, and nothing is lost.
 */
public final class State {

  private final Memory memory;
  private final Locals locals;
  private final Position[] at;

  private final Waiting waiting;
  private final Chances chances;

  /** The sides whose judge has heard of their operation, as bits. */
  private final int begun;

  private final Judge judge;
  private final int hash;

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

  State(
      Memory memory,
      Locals locals,
      Position[] at,
      Waiting waiting,
      Chances chances,
      int begun,
      Judge judge) {
    this.memory = memory;
    this.locals = locals;
    this.at = at;
    this.waiting = waiting;
    this.chances = chances;
    this.begun = begun;
    this.judge = judge;
    int all = memory.hashCode() * 31 + locals.hashCode();
    for (Position position : at) {
      all = all * 92821 + position.hashCode();
    }
    all = all * 31 + waiting.hashCode();
    this.hash = ((all * 31 + chances.hashCode()) * 31 + begun) * 31 + judge.hashCode();
  }

  /** The memory. */
  public Memory memory() {
    return memory;
  }

  /** What the judge remembers. */
  public Judge judge() {
    return judge;
  }

  /** What a side does next to the memory; null between two calls, and when it is done. */
  public @Nullable Access next(int side) {
    return at[side].access;
  }

  /** What a side has done to the memory since its call began. */
  public List<Access> asked(int side) {
    return at[side].asked;
  }

  /** What a side calls; null when it has made all its calls, or has to choose. */
  public @Nullable Object call(int side) {
    return at[side].call.operation() == null ? null : at[side].operation().call();
  }

  /** Whether a side is in the middle of a call: it has taken a step of it. */
  public boolean hasBegun(int side) {
    return at[side].steps > 0;
  }

  /** Whether a side has nothing left to call. */
  public boolean isDone(int side) {
    return at[side].isDone();
  }

  /** Whether a side sleeps. */
  public boolean isAsleep(int side) {
    return waiting.isAsleep(side);
  }

  /** Whether a side's call has become too long to go on: what it does then is not known. */
  public boolean isTooLong(int side) {
    return at[side].isTooLong();
  }

  /** Where all sides are, and what they hold for themselves: a value. */
  public Object places() {
    return new Places(List.of(at), locals);
  }

  private record Places(List<Position> at, Locals locals) {}

  int sides() {
    return at.length;
  }

  Locals locals() {
    return locals;
  }

  Position at(int side) {
    return at[side];
  }

  Position[] positions() {
    return at.clone();
  }

  Waiting waiting() {
    return waiting;
  }

  Chances chances() {
    return chances;
  }

  int begun() {
    return begun;
  }

  /** Whether a side is a loop that has nothing to do, and was told nothing. */
  boolean isIdle(int side) {
    Access access = at[side].access;
    return access != null && access.isIdle() && waiting.toldTo(side) == null;
  }

  boolean isDead(int side) {
    return (chances.dead() & 1 << side) != 0;
  }

  /** Whether a side takes no step any more. */
  boolean hasEnded(int side) {
    return isDead(side) || isDone(side);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof State state
            && hash == state.hash
            && Arrays.equals(at, state.at)
            && waiting.equals(state.waiting)
            && chances.equals(state.chances)
            && begun == state.begun
            && locals.equals(state.locals)
            && judge.equals(state.judge)
            && memory.equals(state.memory));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

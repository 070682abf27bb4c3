package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;
import static org.sabring.spec.law.Rule.RB203;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;
import static org.sabring.spec.law.Rule.RB401;
import static org.sabring.spec.law.Rule.RB403;
import static org.sabring.spec.law.Rule.RB502;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/**
 * The ring as seen from the memory: who stores what where, and in which order a side counts, waits
 * and notifies. The cursors are remembered as their owners stored them last.
 */
final class RingWords {

  private final RingLayout layout;
  private final RingProgram.Start start;

  /** The rules that are not to be noticed. */
  private final Set<Rule> off;

  /** For each side: its cursor word. */
  private final int[] cursors;

  /** For each side: the other's cursor as it last loaded it, to decide; null once it has waited. */
  private final @Nullable Integer[] decided = {null, null};

  /** For each side: whether it has moved its cursor and not notified. */
  private final boolean[] owes = {false, false};

  /** For each side: waits counted that have not begun. */
  private final int[] counted = {0, 0};

  /** Whether sides may move their cursors over several slots at once. */
  private final boolean batches;

  /** How many slots the consumer frees at once, at most. */
  private final int freed;

  /**
   * With batches, for each side: the slot behind those that it has written, or read, since it moved
   * its cursor, one after the other; -1 if it has been at another slot.
   */
  private final int[] reached;

  RingWords(RingLayout layout, RingProgram.Start start, Set<Rule> off, boolean batches, int freed) {
    this.layout = layout;
    this.start = start;
    this.off = off;
    this.batches = batches;
    this.freed = freed;
    cursors = new int[] {start.at(), start.at()};
    reached = cursors.clone();
  }

  RingLayout layout() {
    return layout;
  }

  RingWords copy() {
    RingWords copy = new RingWords(layout, start, off, batches, freed);
    for (int side = 0; side < 2; side++) {
      copy.cursors[side] = cursors[side];
      copy.decided[side] = decided[side];
      copy.owes[side] = owes[side];
      copy.counted[side] = counted[side];
      copy.reached[side] = reached[side];
    }
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RingWords words
        && Arrays.equals(cursors, words.cursors)
        && Arrays.equals(decided, words.decided)
        && Arrays.equals(owes, words.owes)
        && Arrays.equals(counted, words.counted)
        && Arrays.equals(reached, words.reached);
  }

  @Override
  public int hashCode() {
    return ((Arrays.hashCode(cursors) * 31 + Arrays.hashCode(decided)) * 31 + Arrays.hashCode(owes))
            * 31
        + Arrays.hashCode(counted) * 31
        + Arrays.hashCode(reached);
  }

  /** By how much a counter has grown since the start, modulo 2^32. */
  int grown(int counter, Memory memory) {
    return (int) memory.latest(counter) - start.counted();
  }

  /**
   * How far PRODUCED is ahead, for whoever watches: by what is stored, or freed and not counted.
   */
  void checkCounters(Memory after) {
    int ahead = (int) (after.latest(layout.produced()) - after.latest(layout.consumed()));
    int most = layout.capacity() - 1 + freed;
    check(
        ahead >= 0 && ahead <= most,
        "PRODUCED - CONSUMED is " + ahead + ", expected 0.." + most,
        RB401);
  }

  void accessed(int side, Access access, int answer) {
    int word = access.word();
    if (access.stores() && word < layout.length()) {
      check(writer(word) == side, "a word is stored that the other side owns: " + word, RB203);
    }
    if (batches && word >= layout.data() && word < layout.length()) {
      reached[side] = word - layout.data() == reached[side] ? layout.next(reached[side]) : -1;
    }
    switch (access.kind()) {
      case LOAD -> {
        if (word == cursorOf(1 - side) && access.mode() != Mode.VOLATILE) {
          decided[side] = answer;
        }
      }
      case STORE -> {
        if (word == cursorOf(side)) {
          moved(side, access.number());
        }
      }
      case ADD -> counted[side] += word == waitsOf(side) ? access.number() : 0;
      case NOTIFY -> owes[side] &= word != cursorOf(side);
      case WAIT -> waits(side, word, access.number());
      default -> {}
    }
  }

  private void moved(int side, int value) {
    int from = cursors[side];
    check(!isFlagged(from), "a cursor moves after its flag was set", RB502);
    int next = batches ? reached[side] : layout.next(cursor(from));
    boolean flags = value == (from | RingLayout.FLAG);
    boolean moves = flags || (value == next && value != from);
    check(moves, "a cursor moves from " + from + " to " + value + ", expected " + next, RB204);
    cursors[side] = value;
    reached[side] = batches ? cursor(value) : reached[side];
    owes[side] = true;
  }

  private void waits(int side, int word, int expected) {
    check(word == cursorOf(1 - side), "a side waits on word " + word, RB302);
    Integer decision = decided[side];
    boolean compares = decision != null && decision == expected;
    check(compares, "a side waits, and not with what it decided on", RB302);
    check(counted[side] == 1, counted[side] + " waits counted, expected 1", RB403);
    decided[side] = null;
    counted[side] = 0;
  }

  void returned(int side) {
    check(!owes[side], "a cursor has moved, and nobody was notified", RB303);
    check(counted[side] == 0, "a wait was counted that did not begin", RB403);
    decided[side] = null;
  }

  /** Whether an access is part of handing elements over, rather than of freeing slots. */
  boolean isHandedOver(int word, int side) {
    return word == layout.write() || (word != layout.read() && side == CONSUMER);
  }

  private int cursorOf(int side) {
    return side == PRODUCER ? layout.write() : layout.read();
  }

  private int waitsOf(int side) {
    return side == PRODUCER ? layout.producerWaits() : layout.consumerWaits();
  }

  private int writer(int word) {
    boolean consumers =
        word == layout.read() || word == layout.consumed() || word == layout.consumerWaits();
    return consumers ? CONSUMER : PRODUCER;
  }

  private void check(boolean holds, String found, Rule rule) {
    if (!holds && !off.contains(rule)) {
      throw new PropertyViolation(found, rule);
    }
  }
}

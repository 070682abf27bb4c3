package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;
import static org.sabring.spec.Rule.RB203;
import static org.sabring.spec.Rule.RB204;
import static org.sabring.spec.Rule.RB302;
import static org.sabring.spec.Rule.RB303;
import static org.sabring.spec.Rule.RB401;
import static org.sabring.spec.Rule.RB403;
import static org.sabring.spec.Rule.RB502;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Access;
import org.sabring.properties.explore.Breach;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Mode;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Rule;

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

  RingWords(RingLayout layout, RingProgram.Start start, Set<Rule> off) {
    this.layout = layout;
    this.start = start;
    this.off = off;
    cursors = new int[] {start.at(), start.at()};
  }

  RingLayout layout() {
    return layout;
  }

  RingWords copy() {
    RingWords copy = new RingWords(layout, start, off);
    for (int side = 0; side < 2; side++) {
      copy.cursors[side] = cursors[side];
      copy.decided[side] = decided[side];
      copy.owes[side] = owes[side];
      copy.counted[side] = counted[side];
    }
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RingWords words
        && Arrays.equals(cursors, words.cursors)
        && Arrays.equals(decided, words.decided)
        && Arrays.equals(owes, words.owes)
        && Arrays.equals(counted, words.counted);
  }

  @Override
  public int hashCode() {
    return ((Arrays.hashCode(cursors) * 31 + Arrays.hashCode(decided)) * 31 + Arrays.hashCode(owes))
            * 31
        + Arrays.hashCode(counted);
  }

  /** By how much a counter has grown since the start, modulo 2^32. */
  int grown(int counter, Memory memory) {
    return memory.latest(counter) - start.counted();
  }

  /** How far PRODUCED is ahead, for whoever watches. */
  void checkCounters(Memory after) {
    int ahead = after.latest(layout.produced()) - after.latest(layout.consumed());
    check(
        ahead >= 0 && ahead <= layout.capacity(),
        "PRODUCED - CONSUMED is " + ahead + ", expected 0.." + layout.capacity(),
        RB401);
  }

  void accessed(int side, Access access, int answer) {
    int word = access.word();
    if (access.stores() && word < layout.length()) {
      check(writer(word) == side, "a word is stored that the other side owns: " + word, RB203);
    }
    switch (access.kind()) {
      case LOAD -> {
        if (word == cursorOf(1 - side) && access.mode() != Mode.VOLATILE) {
          decided[side] = answer;
        }
      }
      case STORE -> {
        if (word == cursorOf(side)) {
          moved(side, access.argument());
        }
      }
      case ADD -> counted[side] += word == waitsOf(side) ? access.argument() : 0;
      case NOTIFY -> owes[side] &= word != cursorOf(side);
      case WAIT -> waits(side, word, access.argument());
      default -> {}
    }
  }

  private void moved(int side, int value) {
    int from = cursors[side];
    check(!isFlagged(from), "a cursor moves after its flag was set", RB502);
    boolean next = value == layout.next(cursor(from)) || value == (from | RingLayout.FLAG);
    check(next, "a cursor moves from " + from + " to " + value, RB204);
    cursors[side] = value;
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
      throw new Breach(found, rule);
    }
  }
}

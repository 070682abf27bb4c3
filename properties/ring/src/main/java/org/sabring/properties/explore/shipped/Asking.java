package org.sabring.properties.explore.shipped;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/** A program for a memory of one word, and a side that asks to be told of it. */
final class Asking {

  private final SharedInts memory;
  private @Nullable AsyncWait place;

  /** What the asker has stored before it asks, and the notifier before it notifies. */
  private int asked;

  private int notified;

  /** How often it was told. */
  private int times;

  /** What the other two were when it was told. */
  private int found;

  Asking(SharedInts memory) {
    this.memory = memory;
  }

  /** Whether its place is in the list. */
  boolean ask() {
    asked = 1;
    place = memory.awaitAsync(0, 0, this::tell);
    return place != null;
  }

  private void tell() {
    times++;
    found = asked + notified;
  }

  /** Whether it had still been waiting. */
  boolean cancel() {
    return place != null && Objects.requireNonNull(place).cancel();
  }

  int change() {
    notified = 1;
    memory.setRelease(0, 1);
    return memory.notify(0, 1);
  }

  /** How often it was told, and what it found. */
  String told() {
    return times + " times, " + found;
  }
}

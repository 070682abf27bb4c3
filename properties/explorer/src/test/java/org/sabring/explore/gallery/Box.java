package org.sabring.explore.gallery;

/** An element with a plain field: a queue that hands it over too early shows itself by a race. */
final class Box {

  private int value;

  Box(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }
}

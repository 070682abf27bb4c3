package org.sabring.properties.explore;

import java.util.Arrays;

/** How a wait ended, and the answer that stands for it in the record of the side that waited. */
enum Woken {
  OK(0),
  NOT_EQUAL(1),
  TIMED_OUT(2),
  INTERRUPTED(3);

  private final int answer;

  Woken(int answer) {
    this.answer = answer;
  }

  int answer() {
    return answer;
  }

  static Woken of(int answer) {
    return Arrays.stream(values())
        .filter(woken -> woken.answer == answer)
        .findFirst()
        .orElseThrow();
  }
}

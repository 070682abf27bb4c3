package org.sabring.recorder;

/** What a call answered. */
enum CallAnswer {
  /** Nothing: it has not come back. */
  PENDING(0),
  STORED(1),
  REFUSED(2),
  ELEMENT(3),
  EMPTY(4),
  END(5),
  DONE(6);

  private static final CallAnswer[] ALL = values();

  private final int code;

  CallAnswer(int code) {
    this.code = code;
  }

  static CallAnswer of(long code) {
    return ALL[(int) code];
  }

  /** Its place in the list above, below 8. */
  int code() {
    return code;
  }

  /** Whether the call came back and has changed nothing. */
  boolean isFruitless() {
    return this == REFUSED || this == EMPTY;
  }
}

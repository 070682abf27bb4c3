package org.sabring.recorder;

/** The kinds of calls, by the names that a history gives them. */
enum CallKind {
  PUT(0, "put"),
  OFFER(1, "offer"),
  CLOSE(2, "close"),
  TAKE(3, "take"),
  POLL(4, "poll"),
  CANCEL(5, "cancel"),
  PEEK(6, "peek"),
  COUNT(7, "count");

  private static final CallKind[] ALL = values();

  private final int code;
  private final String label;

  CallKind(int code, String label) {
    this.code = code;
    this.label = label;
  }

  static CallKind of(long code) {
    return ALL[(int) code];
  }

  /** Its place in the list above, below 16. */
  int code() {
    return code;
  }

  /** Its name in a history. */
  String label() {
    return label;
  }

  /** Whether it hands over an element. */
  boolean isGiving() {
    return this == PUT || this == OFFER;
  }
}

package org.sabring.stream;

/** What the event unpipe says: from which source a pipe has ended. */
public final class Unpiped {

  private final Readable<?> source;
  private boolean heard;

  Unpiped(Readable<?> source) {
    this.source = source;
  }

  /** Where the pipe began. */
  public Readable<?> source() {
    return source;
  }

  /** True for the first pipe from that source that asks: one unpipe ends one pipe. */
  boolean concerns(Readable<?> reader) {
    if (heard || source != reader) {
      return false;
    }
    heard = true;
    return true;
  }
}

package org.sabring.stream;

/** A Readable of 1, 2, 3 … up to a last, as fast as anybody reads. */
public final class CountingReadable extends Readable<Integer> {

  private final long last;
  private int pushed;

  public CountingReadable(EventLoop loop, long last, int highWaterMark) {
    super(loop, ChunkMode.objects(), Settings.highWaterMark(highWaterMark));
    this.last = last;
  }

  @Override
  protected void onRead(int size) {
    boolean more = true;
    while (more && pushed < last) {
      more = push(++pushed);
    }
    if (more) {
      pushEnd();
    }
  }

  /** How many it has pushed. */
  public int pushed() {
    return pushed;
  }
}

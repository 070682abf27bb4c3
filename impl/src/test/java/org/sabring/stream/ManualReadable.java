package org.sabring.stream;

/** A Readable that pushes what the test gives it, and counts how often it is asked. */
public final class ManualReadable<T> extends Readable<T> {

  private int asked;

  ManualReadable(EventLoop loop, ChunkMode<T> mode, int highWaterMark) {
    super(loop, mode, Settings.highWaterMark(highWaterMark));
  }

  public static ManualReadable<Integer> ofNumbers(EventLoop loop, int highWaterMark) {
    return new ManualReadable<>(loop, ChunkMode.objects(), highWaterMark);
  }

  @Override
  protected void onRead(int size) {
    asked++;
  }

  int asked() {
    return asked;
  }

  /** Pushes a chunk. */
  public boolean give(T chunk) {
    return push(chunk);
  }
}

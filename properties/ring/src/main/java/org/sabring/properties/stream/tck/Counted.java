package org.sabring.properties.stream.tck;

import org.sabring.stream.EventLoop;
import org.sabring.stream.Mode;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;

/** 1, 2, 3 … up to a last. */
final class Counted extends Readable<Integer> {

  private final long last;
  private int next = 1;

  Counted(EventLoop loop, long last) {
    super(loop, Mode.objects(), Settings.highWaterMark(4));
    this.last = last;
  }

  @Override
  protected void onRead(int size) {
    boolean more = true;
    while (more && next <= last) {
      more = push(next++);
    }
    if (more) {
      pushEnd();
    }
  }
}

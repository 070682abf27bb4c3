package org.sabring.stream;

import java.util.ArrayDeque;
import java.util.Queue;

/** A Writable whose writes are done when the test says so; the log gets each as it begins. */
public final class ManualWritable extends Writable<Integer> {

  private final Queue<Done> unfinished = new ArrayDeque<>();
  private final Log log;

  public ManualWritable(EventLoop loop, int highWaterMark, Log log) {
    super(loop, ChunkMode.objects(), Settings.highWaterMark(highWaterMark));
    this.log = log;
  }

  @Override
  protected void onWrite(Integer chunk, Done done) {
    log.say("write " + chunk);
    unfinished.add(done);
  }

  /** The chunk being written is written. On the loop. */
  public void finishOne() {
    unfinished.remove().done(null);
  }

  public boolean isWriting() {
    return !unfinished.isEmpty();
  }
}

package org.sabring.properties.stream.directed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Mode;
import org.sabring.stream.Settings;
import org.sabring.stream.Writable;

/** A Writable whose writes are done when it is told so. */
final class Sink extends Writable<Integer> {

  private final Queue<Done> unfinished = new ArrayDeque<>();

  /** What happened, in order: write, drain, finish, error and close. */
  final List<String> heard = new ArrayList<>();

  Sink(EventLoop loop, int highWaterMark) {
    super(loop, Mode.objects(), Settings.highWaterMark(highWaterMark));
  }

  @Override
  protected void onWrite(Integer chunk, Done done) {
    heard.add("write " + chunk);
    unfinished.add(done);
  }

  /** The chunk being written is. On the loop. */
  void finishOne() {
    unfinished.remove().done(null);
  }

  boolean isWriting() {
    return !unfinished.isEmpty();
  }

  Sink hear() {
    drain().on(drained -> heard.add("drain " + writableLength()));
    finish().on(finished -> heard.add("finish"));
    error().on(error -> heard.add("error " + error.getMessage()));
    close().on(closed -> heard.add("close"));
    return this;
  }
}

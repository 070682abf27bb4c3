package org.sabring.properties.stream.directed;

import java.util.ArrayList;
import java.util.List;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Mode;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;

/**
 * A Readable that pushes what it is told to, when it is told to, and counts how often it is asked.
 */
final class Source<T> extends Readable<T> {

  private int asked;

  /** What happened, in order: data, end, error and close. */
  final List<String> heard = new ArrayList<>();

  Source(EventLoop loop, Mode<T> mode, int highWaterMark) {
    super(loop, mode, Settings.highWaterMark(highWaterMark));
  }

  static Source<Integer> ofNumbers(EventLoop loop, int highWaterMark) {
    return new Source<>(loop, Mode.objects(), highWaterMark);
  }

  @Override
  protected void onRead(int size) {
    asked++;
  }

  int asked() {
    return asked;
  }

  boolean give(T chunk) {
    return push(chunk);
  }

  void giveEnd() {
    pushEnd();
  }

  /** Hears everything but data, which would let it flow. */
  Source<T> hear() {
    end().on(ended -> heard.add("end"));
    error().on(error -> heard.add("error " + error.getMessage()));
    close().on(closed -> heard.add("close"));
    return this;
  }

  /** Hears everything, and does not flow. On the loop. */
  void hearPaused() {
    pause();
    data().on(chunk -> heard.add("data " + chunk));
    hear();
  }
}

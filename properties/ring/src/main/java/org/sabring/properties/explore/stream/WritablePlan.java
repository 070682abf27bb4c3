package org.sabring.properties.explore.stream;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sabring.explore.runtime.Stage;
import org.sabring.properties.explore.stream.Said.Kind;
import org.sabring.ring.Producer;
import org.sabring.stream.Settings;
import org.sabring.stream.sab.SabWritable;

/**
 * Who writes into a stream, and how.
 *
 * @param highWaterMark of the stream, at least 1
 * @param items how many elements are written: 1, 2, 3 …
 * @param writer whether the answers of write are heeded
 * @param ends whether end is called after the last
 * @param acts what the user does from outside the loop, in this order, each at any time
 */
public record WritablePlan(
    int highWaterMark, int items, Writer writer, boolean ends, List<Act> acts) {

  /** What is made of the answers of write. */
  public enum Writer {
    /** After false it waits for drain. */
    HEEDS,
    /** It writes on. */
    IGNORES,
    /** It writes on, and is taken for one that heeds: a mistake. */
    CARELESS
  }

  /** What a user may do. */
  public enum Act {
    DESTROY
  }

  public WritablePlan {
    acts = List.copyOf(acts);
  }

  public static WritablePlan of(int highWaterMark, int items, Writer writer) {
    return new WritablePlan(highWaterMark, items, writer, false, List.of());
  }

  public WritablePlan ending() {
    return new WritablePlan(highWaterMark, items, writer, true, acts);
  }

  public WritablePlan acting(Act... any) {
    return new WritablePlan(highWaterMark, items, writer, ends, List.of(any));
  }

  /** One side of a program: the loop, with the stream and its user. */
  Object run(Producer ring, Stage stage) {
    TurnedLoop loop = new TurnedLoop(stage);
    SabWritable stream =
        new SabWritable(loop.events(), ring, Settings.highWaterMark(highWaterMark));
    User user = new User(stream, stage);
    return loop.run(user::begin, acts.stream().<Runnable>map(act -> user::destroy).toList());
  }

  /** The user of one run. */
  private final class User {
    private final SabWritable stream;
    private final Stage stage;
    private int next = 1;

    User(SabWritable stream, Stage stage) {
      this.stream = stream;
      this.stage = stage;
    }

    void begin() {
      stream.error().on(error -> stage.say(Said.failure(Kind.ERROR, error)));
      stream.finish().on(finished -> stage.say(Said.of(Kind.FINISH)));
      stream.close().on(closed -> stage.say(Said.of(Kind.CLOSE)));
      stream
          .drain()
          .on(
              drained -> {
                stage.say(Said.of(Kind.DRAIN, stream.writableLength()));
                write();
              });
      write();
    }

    private void write() {
      boolean more = true;
      while (more && next <= items && stream.isWritable()) {
        stage.say(Said.of(Kind.WRITE, next));
        more = stream.write(next++);
        stage.say(Said.of(more ? Kind.MORE : Kind.STOP, stream.writableLength()));
        more |= writer != Writer.HEEDS;
      }
      if (ends && next > items && stream.isWritable()) {
        stage.say(Said.of(Kind.FINISHING));
        stream.end();
      }
    }

    void destroy() {
      stage.say(Said.of(Kind.DESTROY));
      stream.destroy();
    }
  }

  @Override
  public String toString() {
    String does =
        acts.stream()
            .map(act -> ", " + act.name().toLowerCase(Locale.ROOT) + " at any time")
            .collect(Collectors.joining());
    return "a stream of mark %d, %d writes, %s%s%s"
        .formatted(
            highWaterMark,
            items,
            writer.name().toLowerCase(Locale.ROOT),
            ends ? ", end" : "",
            does);
  }
}

package org.sabring.properties.explore.stream;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sabring.explore.runtime.Stage;
import org.sabring.properties.explore.stream.Said.Kind;
import org.sabring.ring.Consumer;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.sab.SabReadable;

/**
 * Who reads a stream, and how.
 *
 * @param highWaterMark of the stream
 * @param reader how the elements are asked for
 * @param acts what the user does from outside the loop, in this order, each at any time
 * @param onData what the user does when he hears of that element
 */
public record ReadablePlan(
    int highWaterMark, Reader reader, List<Act> acts, Map<Integer, Act> onData) {

  /** How elements are asked for. */
  public enum Reader {
    /** By the event data. */
    FLOWING,
    /** By read, as long as there is something, at the event readable. */
    READING
  }

  /** What a user may do. */
  public enum Act {
    PAUSE(Kind.PAUSE, Readable::pause),
    RESUME(Kind.RESUME, Readable::resume),
    DESTROY(Kind.DESTROY, Readable::destroy),
    FAIL(Kind.DESTROY, stream -> stream.destroy(new IllegalStateException("failed")));

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
    private final java.util.function.Consumer<Readable<Integer>> call;

    Act(Kind kind, java.util.function.Consumer<Readable<Integer>> call) {
      this.kind = kind;
      this.call = call;
    }
  }

  public ReadablePlan {
    acts = List.copyOf(acts);
    onData = Map.copyOf(onData);
  }

  /** The shipped stream, and a user who does nothing but listen. */
  public static ReadablePlan of(int highWaterMark, Reader reader) {
    return new ReadablePlan(highWaterMark, reader, List.of(), Map.of());
  }

  public ReadablePlan acting(Act... any) {
    return new ReadablePlan(highWaterMark, reader, List.of(any), onData);
  }

  public ReadablePlan onData(int element, Act act) {
    return new ReadablePlan(highWaterMark, reader, acts, Map.of(element, act));
  }

  /** One side of a program: the loop, with the stream and its user. */
  Object run(Consumer ring, Stage stage) {
    TurnedLoop loop = new TurnedLoop(stage);
    SabReadable stream =
        new WatchedReadable(loop.events(), ring, Settings.highWaterMark(highWaterMark), stage);
    return loop.run(
        () -> listen(stream, stage),
        acts.stream().<Runnable>map(act -> () -> act(act, stream, stage)).toList());
  }

  private void listen(SabReadable stream, Stage stage) {
    stream.error().on(error -> stage.say(Said.failure(Kind.ERROR, error)));
    stream.end().on(ended -> stage.say(Said.of(Kind.END)));
    stream.close().on(closed -> stage.say(Said.of(Kind.CLOSE)));
    if (reader == Reader.FLOWING) {
      stream.data().on(element -> hear(element, stream, stage));
    } else {
      stream.readable().on(r -> readAll(stream, stage));
    }
  }

  private void readAll(SabReadable stream, Stage stage) {
    for (Integer element = stream.read(); element != null; element = stream.read()) {
      hear(element, stream, stage);
    }
  }

  private void hear(int element, SabReadable stream, Stage stage) {
    stage.say(Said.of(Kind.DATA, element));
    Act act = onData.get(element);
    if (act != null) {
      act(act, stream, stage);
    }
  }

  private static void act(Act act, SabReadable stream, Stage stage) {
    stage.say(Said.of(act.kind));
    act.call.accept(stream);
  }

  @Override
  public String toString() {
    String user = reader.name().toLowerCase(Locale.ROOT);
    String does =
        acts.stream()
            .map(act -> ", " + act.name().toLowerCase(Locale.ROOT) + " at any time")
            .collect(Collectors.joining());
    String reacts =
        onData.entrySet().stream()
            .map(e -> ", " + e.getValue().name().toLowerCase(Locale.ROOT) + " on " + e.getKey())
            .collect(Collectors.joining());
    return "a stream of mark " + highWaterMark + ", " + user + does + reacts;
  }
}

package org.sabring.properties.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;

/**
 * Runs a script on our streams, on the calling thread, and writes the log that {@code runner.cjs}
 * writes for Node's: one line for each operation with its answer, for each event and for each call
 * of a source or sink, each with everything that can be seen of the streams then.
 */
final class OurRun<T> {

  /** From a script's JSON to its log: what a world of other streams is asked. */
  static final class OfJson implements Function<String, List<String>> {
    @Override
    public List<String> apply(String json) {
      return of(NodeScript.of(json));
    }
  }

  /** More lines, and more turns of the loop, than any script leads to. */
  private static final int MOST = 100_000;

  private final NodeScript script;
  private final ScriptChunks<T> chunks;
  private final List<String> log = new ArrayList<>();
  private final Queue<Runnable> turns = new ArrayDeque<>();
  private final EventLoop loop = EventLoop.on(turns::add);
  private final Map<String, Integer> heard = new HashMap<>();
  private final Map<String, Played<T>> streams = new LinkedHashMap<>();

  private OurRun(NodeScript script, ScriptChunks<T> chunks) {
    this.script = script;
    this.chunks = chunks;
    loop.onUncaught(error -> say("uncaught " + label(error)));
    streams.put("r", new PlayedReadable<>(this, new ScriptedReadable<>(this, script.r())));
    for (int i = 0; i < script.w().size(); i++) {
      String name = "w" + i;
      streams.put(
          name,
          new PlayedWritable<>(this, name, new ScriptedWritable<>(this, name, script.w().get(i))));
    }
  }

  /** The log of the script. */
  static List<String> of(NodeScript script) {
    return script.objects()
        ? new OurRun<>(script, ScriptChunks.objects()).run()
        : new OurRun<>(script, ScriptChunks.bytes()).run();
  }

  private List<String> run() {
    loop.post(() -> streams.values().forEach(Played::begin));
    loop.post(() -> task(0));
    for (int turn = 0; !turns.isEmpty(); turn++) {
      if (turn == MOST) {
        throw new IllegalStateException("turns=" + turn + ", and no end");
      }
      turns.remove().run();
    }
    return log;
  }

  private void task(int i) {
    if (i < script.tasks().size()) {
      script.tasks().get(i).forEach(this::operate);
      loop.post(() -> task(i + 1));
    }
  }

  void operate(String operation) {
    String[] words = operation.split(" ", -1);
    String[] target = words[0].split("\\.", -1);
    Played<T> stream = stream(target[0]);
    String answer = stream.act(target[1], words.length > 1 ? words[1] : null);
    say(operation + (answer.isEmpty() ? "" : " = " + answer));
  }

  Played<T> stream(String name) {
    Played<T> stream = streams.get(name);
    if (stream == null) {
      throw new IllegalArgumentException("stream=" + name + ", expected " + streams.keySet());
    }
    return stream;
  }

  /** A listener that says what it heard and does what the script wants. */
  <A> Consumer<A> listener(String event, Consumer<A> shown) {
    return argument -> {
      shown.accept(argument);
      int count = heard.merge(event, 1, Integer::sum);
      List<List<String>> reactions = script.reactions().getOrDefault(event, List.of());
      if (count <= reactions.size()) {
        reactions.get(count - 1).forEach(this::operate);
      }
    };
  }

  /** Does something at its moment, which stands before the first semicolon. */
  void when(String moment, Runnable action) {
    switch (moment) {
      case "now" -> action.run();
      case "tick" -> loop.nextTick(action);
      case "later" -> loop.post(action);
      case "latest" -> loop.post(() -> loop.post(action));
      default ->
          throw new IllegalArgumentException(
              "moment=" + moment + ", expected now, tick, later or latest");
    }
  }

  /** Answers at the moment given: {@code later} well, {@code later;error} with this failure. */
  void answer(String how, String failure, @Nullable Throwable otherwise, Done done) {
    String[] words = how.split(";", -1);
    when(
        words[0],
        () -> done.done(words.length > 1 ? new IllegalStateException(failure) : otherwise));
  }

  void say(String line) {
    if (log.size() == MOST) {
      throw new IllegalStateException("lines=" + log.size() + ", and no end");
    }
    StringBuilder all = new StringBuilder(line);
    streams.values().forEach(stream -> all.append(" | ").append(stream.seen()));
    log.add(all.toString());
  }

  ScriptChunks<T> chunks() {
    return chunks;
  }

  EventLoop loop() {
    return loop;
  }

  static String label(@Nullable Throwable error) {
    if (error == null) {
      return "-";
    }
    return error instanceof org.sabring.stream.StreamException known
        ? known.code().name()
        : String.valueOf(error.getMessage());
  }

  static String flags(boolean... values) {
    StringBuilder flags = new StringBuilder();
    for (boolean value : values) {
      flags.append(value ? '1' : '0');
    }
    return flags.toString();
  }
}

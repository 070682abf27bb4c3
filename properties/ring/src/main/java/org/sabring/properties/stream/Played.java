package org.sabring.properties.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.Destroyable;
import org.sabring.stream.Done;
import org.sabring.stream.Event;

/** A stream as a script sees it: by the names of its operations and events. */
abstract class Played<T> {

  /** An event with the one listener that a script has for it. */
  private record Heard<A>(Event<A> event, Consumer<? super A> listener) {
    void act(String verb) {
      switch (verb) {
        case "on" -> event.on(listener);
        case "once" -> event.once(listener);
        case "off" -> event.off(listener);
        default -> throw new IllegalArgumentException("verb=" + verb);
      }
    }
  }

  final OurRun<T> run;
  final String name;
  private final Destroyable stream;
  private final Map<String, Heard<?>> events = new LinkedHashMap<>();

  Played(OurRun<T> run, String name, Destroyable stream) {
    this.run = run;
    this.name = name;
    this.stream = stream;
    hears("error", stream.error(), error -> " " + OurRun.label(error));
    hears("close", stream.close(), closed -> "");
  }

  final <A> void hears(String event, Event<A> where, Function<A, String> shown) {
    String key = name + "." + event;
    Consumer<A> listener = run.listener(key, argument -> run.say(key + shown.apply(argument)));
    events.put(event, new Heard<>(where, listener));
  }

  /** Nothing that fails goes unheard. */
  final void begin() {
    event("error").act("on");
  }

  private Heard<?> event(@Nullable String event) {
    Heard<?> heard = events.get(event);
    if (heard == null) {
      throw new IllegalArgumentException("event=" + event + ", expected " + events.keySet());
    }
    return heard;
  }

  /** Does an operation, and says what it answered; empty if it answers nothing. */
  final String act(String verb, @Nullable String word) {
    switch (verb) {
      case "on", "off", "once" -> event(word).act(verb);
      case "destroy" -> stream.destroy();
      case "fail" -> stream.destroy(new IllegalStateException("asked"));
      default -> {
        return actOwn(verb, word);
      }
    }
    return "";
  }

  abstract String actOwn(String verb, @Nullable String word);

  /** Everything that can be seen of it. */
  abstract String seen();

  final Done told(String what) {
    return error -> run.say(name + "." + what + " " + OurRun.label(error));
  }

  static int number(@Nullable String word) {
    if (word == null) {
      throw new IllegalArgumentException("number=null");
    }
    return Integer.parseInt(word);
  }
}

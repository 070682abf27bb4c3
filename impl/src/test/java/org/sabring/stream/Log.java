package org.sabring.stream;

import java.util.ArrayList;
import java.util.List;

/** What streams said, in order. */
public final class Log {

  private final List<String> lines = new ArrayList<>();

  public void say(String line) {
    lines.add(line);
  }

  /** Listens to everything that does not change how the stream behaves, and to data if wanted. */
  public void hear(Readable<?> stream, boolean data) {
    if (data) {
      stream.data().on(chunk -> say("data " + chunk));
    }
    stream.end().on(none -> say("end"));
    stream.error().on(error -> say("error " + error.getMessage()));
    stream.close().on(none -> say("close"));
  }

  /** Listens to everything; with drain it says what the stream holds then. */
  public void hear(Writable<?> stream) {
    stream.drain().on(none -> say("drain " + stream.writableLength()));
    stream.finish().on(none -> say("finish"));
    stream.error().on(error -> say("error " + error.getMessage()));
    stream.close().on(none -> say("close"));
  }

  /** Who says whether an element was stored, or lost. */
  public Done telling(int element) {
    return error -> say(element + (error == null ? " stored" : " lost"));
  }

  /** The lines since the last call. */
  public List<String> lines() {
    List<String> copy = List.copyOf(lines);
    lines.clear();
    return copy;
  }
}

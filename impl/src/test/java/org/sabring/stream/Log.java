package org.sabring.stream;

import java.util.ArrayList;
import java.util.List;

/** What streams said, in order. */
final class Log {

  private final List<String> lines = new ArrayList<>();

  void say(String line) {
    lines.add(line);
  }

  /** Listens to everything that does not change how the stream behaves, and to data if wanted. */
  void hear(Readable<?> stream, boolean data) {
    if (data) {
      stream.data().on(chunk -> say("data " + chunk));
    }
    stream.end().on(none -> say("end"));
    stream.error().on(error -> say("error " + error.getMessage()));
    stream.close().on(none -> say("close"));
  }

  void hear(Writable<?> stream) {
    stream.drain().on(none -> say("drain"));
    stream.finish().on(none -> say("finish"));
    stream.error().on(error -> say("error " + error.getMessage()));
    stream.close().on(none -> say("close"));
  }

  /** The lines since the last call. */
  List<String> lines() {
    List<String> copy = List.copyOf(lines);
    lines.clear();
    return copy;
  }
}

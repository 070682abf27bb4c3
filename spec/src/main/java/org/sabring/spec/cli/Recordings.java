package org.sabring.spec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Profile;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceReader;

/**
 * The recordings that a few files are: each by itself, but for those that hold a thread each and
 * say that they are of one run.
 */
final class Recordings {
  private final @Nullable Profile profile;
  private final Map<String, List<TraceReader>> runs = new LinkedHashMap<>();
  private final List<Judged> judged = new ArrayList<>();

  private Recordings(@Nullable Profile profile) {
    this.profile = profile;
  }

  /** Judges all of them; one that cannot be read does not keep the others from being judged. */
  static List<Judged> judge(List<Path> files, @Nullable Profile profile) {
    Recordings recordings = new Recordings(profile);
    files.forEach(recordings::open);
    recordings.join();
    return recordings.judged;
  }

  private void open(Path path) {
    try {
      TraceReader reader = TraceReader.open(path);
      String run = reader.header().part().run();
      if (run.isEmpty()) {
        judged.add(Judged.judge(reader, profile));
      } else {
        runs.computeIfAbsent(run, none -> new ArrayList<>()).add(reader);
      }
    } catch (IOException e) {
      judged.add(Judged.failed(path.toString(), e));
    }
  }

  private void join() {
    for (List<TraceReader> run : runs.values()) {
      String first = run.get(0).file();
      try {
        boolean alone = run.size() == 1 && !run.get(0).header().part().thread().isEmpty();
        if (alone && runs.size() > 1) {
          throw stray(run.get(0));
        }
        judged.add(Judged.judge(TraceReader.join(run), profile));
      } catch (IOException e) {
        judged.add(Judged.failed(first, e));
      }
    }
  }

  /** A thread of another run, such as one that an earlier recording left behind. */
  private static MalformedTrace stray(TraceReader reader) {
    TraceReader file = reader;
    return new MalformedTrace(
        file.file(),
        1,
        0,
        "the only file of the run \"" + file.header().part().run() + "\"",
        "files of all threads of a run");
  }
}

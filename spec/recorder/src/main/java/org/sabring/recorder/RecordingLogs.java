package org.sabring.recorder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The logs of one recording, in memory or in a file each. For any thread. */
final class RecordingLogs {
  private final HistoryHeader header;
  private final LongSupplier clock;
  private final boolean every;
  private final @Nullable Path files;
  private final String run = UUID.randomUUID().toString();
  private final List<ThreadLog> logs = new ArrayList<>();

  /**
   * No logs yet.
   *
   * @param every whether each fruitless call is kept
   * @param files where the files are written; null if the logs stay in memory
   * @throws IllegalStateException if the files lack the bound
   */
  RecordingLogs(HistoryHeader header, LongSupplier clock, boolean every, @Nullable Path files) {
    this.header = header;
    this.clock = clock;
    this.every = every;
    this.files = files;
    if (files != null) {
      checkBound(true);
    }
  }

  /** Whether a side has its threads. */
  synchronized boolean has(String side) {
    return logs.stream().anyMatch(log -> log.thread().startsWith(side));
  }

  /** A new log. */
  synchronized ThreadLog add(String thread) {
    ThreadFile file = files == null ? null : ThreadFile.create(files, header, run, thread);
    ThreadLog log = new ThreadLog(thread, clock, every, file);
    logs.add(log);
    return log;
  }

  /**
   * The history up to now; of files, which it closes, all that is in them.
   *
   * @throws IllegalStateException if the bound is missing although it matters
   */
  synchronized HistoryMerge history() throws IOException {
    long now = clock.getAsLong();
    checkBound(logs.stream().anyMatch(ThreadLog::needsBound));
    close();
    List<CallCursor> cursors = new ArrayList<>();
    for (ThreadLog log : logs) {
      ThreadFile file = log.file();
      cursors.add(file == null ? log.snapshot() : file.read());
    }
    return new HistoryMerge(header, cursors, files == null ? now : Long.MAX_VALUE);
  }

  private void checkBound(boolean matters) {
    if (matters && header.isBoundUnsaid()) {
      throw new IllegalStateException("how many elements the queue holds was not said: see bound");
    }
  }

  /** Ends the files, and answers which they are. */
  synchronized List<Path> close() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (ThreadLog log : logs) {
      ThreadFile file = log.file();
      if (file != null) {
        file.close(log.snapshot());
        paths.add(file.path());
      }
    }
    return paths;
  }
}

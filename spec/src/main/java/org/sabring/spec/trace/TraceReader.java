package org.sabring.spec.trace;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.law.RingSide;

/**
 * The reader of a recording: of one file, or of several that hold a thread each. One line at a
 * time, in constant memory.
 *
 * <p>A file is JSON Lines or, where it begins with {@link BinaryTrace#MAGIC}, binary; either may be
 * compressed with gzip. Nothing malformed is skipped: whatever is not as it should be ends in a
 * {@link MalformedTrace}. Keys that mean nothing here are ignored with their values, but no key may
 * come twice. A line has at most 64 KiB; the last one may lack its line end.
 */
public final class TraceReader implements Closeable {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private final List<ThreadLog> logs;
  private final TraceHeader header;

  /** The lines of one side that nobody has wanted so far. */
  private final Map<RingSide, AccessSpool> spools = new EnumMap<>(RingSide.class);

  /** A file, and the line that comes next where several are read in the order of their clock. */
  private static final class ThreadLog {
    final TraceLines lines;
    final boolean setsUp;
    final @Nullable RingSide side; // the only one that it holds lines of
    @Nullable HistoryEvent next;
    boolean ended;

    ThreadLog(TraceLines lines) {
      this.lines = lines;
      String thread = thread();
      setsUp = thread.equals(TraceThread.MAIN.label());
      side =
          Arrays.stream(RingSide.values())
              .filter(one -> thread.equals(one.letter()))
              .findFirst()
              .orElse(null);
    }

    /** Whose lines it holds; empty if of several. */
    String thread() {
      return lines.header().part().thread();
    }

    @Nullable HistoryEvent peek() throws IOException {
      if (next == null && !ended) {
        next = lines.nextOperation();
        ended = next == null;
      }
      return next;
    }
  }

  private TraceReader(List<ThreadLog> logs, TraceHeader header) {
    this.logs = logs;
    this.header = header;
  }

  /**
   * Opens a file and reads its header; {@code -} is standard input.
   *
   * @throws MalformedTrace if it cannot be opened, or its first line is no header
   */
  public static TraceReader open(Path path) throws IOException {
    String name = path.toString();
    if (name.equals("-")) {
      return open(new StandardInput(), name);
    }
    if (Files.isDirectory(path)) {
      throw new MalformedTrace(name, 0, 0, "a directory", "a trace file");
    }
    try {
      return open(Files.newInputStream(path), name);
    } catch (NoSuchFileException e) {
      throw new MalformedTrace(name, 0, 0, "no such file", "a trace file");
    } catch (AccessDeniedException e) {
      throw new MalformedTrace(name, 0, 0, "a file that may not be read", "a trace file");
    }
  }

  /**
   * Reads the header from a stream, which it closes in the end.
   *
   * @param name the name of the stream in messages
   * @throws MalformedTrace if its first line is no header
   */
  public static TraceReader open(InputStream in, String name) throws IOException {
    InputStream plain = new BufferedInputStream(in);
    if (begins(plain, GZIP_FIRST, GZIP_SECOND)) {
      plain =
          new BufferedInputStream(new GzipTrace(new GZIPInputStream(plain, BUFFER), name), BUFFER);
    }
    TraceLines lines =
        begins(plain, BinaryTrace.MAGIC)
            ? BinaryTrace.open(plain, name)
            : JsonTrace.open(plain, name);
    return new TraceReader(List.of(new ThreadLog(lines)), lines.header());
  }

  private static boolean begins(InputStream in, int... bytes) throws IOException {
    in.mark(bytes.length);
    boolean same = true;
    for (int expected : bytes) {
      same = same && in.read() == expected;
    }
    in.reset();
    return same;
  }

  /**
   * Joins files that hold a thread each to one recording.
   *
   * @throws MalformedTrace if they do not belong together
   */
  public static TraceReader join(List<TraceReader> files) throws IOException {
    TraceHeader first = files.get(0).header;
    List<ThreadLog> logs = new ArrayList<>();
    boolean complete = true;
    for (TraceReader file : files) {
      String name = file.file();
      if (!file.header.describesSameRingAs(first)) {
        throw new MalformedTrace(
            name,
            1,
            0,
            "a header that is not that of " + files.get(0).file(),
            "the same ring in all files of a run");
      }
      String thread = file.header.part().thread();
      for (ThreadLog log : logs) {
        if (log.thread().equals(thread)) {
          throw new MalformedTrace(
              name,
              1,
              0,
              "thread " + MalformedTrace.quoted(thread) + ", as in " + log.lines.file(),
              "a file for each thread");
        }
      }
      complete &= file.header.complete();
      logs.addAll(file.logs);
    }
    // Of one thread alone it is not known whether others slept.
    boolean all = files.size() > 1 || first.part().thread().isEmpty();
    return new TraceReader(logs, first.withComplete(complete && all));
  }

  /** The header of the file. */
  public TraceHeader header() {
    return header;
  }

  /** The name of the file in messages, {@code -} for standard input. */
  public String file() {
    return logs.stream().map(log -> log.lines.file()).collect(Collectors.joining(" + "));
  }

  /** The name of the file that has the lines of a thread. */
  public String file(String thread) {
    return logs.stream()
        .filter(log -> log.thread().equals(thread))
        .map(log -> log.lines.file())
        .findFirst()
        .orElse(file());
  }

  /** The next line of a trace of steps, of whichever thread. */
  public @Nullable TraceAccess nextAccess() throws IOException {
    return nextAccess(RingSide.PRODUCER, false);
  }

  /**
   * The next line of a trace of steps; null at the end of the file. The lines of a thread come in
   * their order.
   *
   * @param wanted whose line it should be, where each thread has a file
   * @param starves whether it should be that in any case: lines of the other side are kept back
   * @throws MalformedTrace if the line is no access
   * @throws IllegalStateException if the file is no trace of steps
   */
  public @Nullable TraceAccess nextAccess(RingSide wanted, boolean starves) throws IOException {
    if (!spools.isEmpty()) {
      TraceAccess kept = kept(wanted);
      if (kept == null && !starves) {
        kept = kept(wanted.peer());
      }
      if (kept != null) {
        return kept;
      }
    }
    TraceAccess access = nextLine(wanted);
    while (access != null && starves && isOf(wanted.peer(), access)) {
      spool(wanted.peer()).add(access);
      access = nextLine(wanted);
    }
    return access == null ? kept(wanted.peer()) : access;
  }

  /** In a file that holds both; where each side has its own, nothing has to be kept back. */
  private boolean isOf(RingSide side, TraceAccess access) {
    return logs.size() == 1 && access.thread().side() == side;
  }

  private @Nullable TraceAccess kept(RingSide side) throws IOException {
    AccessSpool spool = spools.get(side);
    return spool == null ? null : spool.poll();
  }

  private AccessSpool spool(RingSide side) {
    return spools.computeIfAbsent(side, none -> new AccessSpool(file(), header.ring().capacity()));
  }

  private @Nullable TraceAccess nextLine(RingSide wanted) throws IOException {
    TraceAccess access = null;
    while (access == null) {
      ThreadLog log = choose(wanted);
      if (log == null) {
        return null;
      }
      access = log.lines.nextAccess();
      log.ended = access == null;
    }
    return access;
  }

  /** Who is no side sets up, and comes first; a side that has no more lines gives way. */
  private @Nullable ThreadLog choose(RingSide wanted) {
    ThreadLog chosen = null;
    for (ThreadLog log : logs) {
      if (!log.ended && log.setsUp) {
        return log;
      }
      if (!log.ended && (chosen == null || log.side != wanted.peer())) {
        chosen = log;
      }
    }
    return chosen;
  }

  /**
   * The next line of a history; null at the end of the file. The lines of one side come in the
   * order of its calls, those of the two sides interleaved in any way.
   *
   * @throws MalformedTrace if the line is no operation
   * @throws IllegalStateException if the file is no history
   */
  public @Nullable HistoryEvent nextOperation() throws IOException {
    ThreadLog earliest = null;
    HistoryEvent event = null;
    for (ThreadLog log : logs) {
      HistoryEvent next = log.peek();
      if (next != null && (event == null || next.call().isBefore(event.call()))) {
        earliest = log;
        event = next;
      }
    }
    if (earliest != null) {
      earliest.next = null;
    }
    return event;
  }

  @Override
  public void close() throws IOException {
    for (ThreadLog log : logs) {
      log.lines.close();
    }
    for (AccessSpool spool : spools.values()) {
      spool.close();
    }
  }

  /** Standard input, which stays open for whoever comes after. */
  private static final class StandardInput extends FilterInputStream {
    StandardInput() {
      super(System.in);
    }

    @Override
    public void close() {}
  }
}

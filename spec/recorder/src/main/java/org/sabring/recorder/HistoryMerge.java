package org.sabring.recorder;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a history out of the logs of its threads, as a stream that makes it as it is read:
 * the header, and the calls in the order in which they began.
 *
 * <p>The logs are read one after the other, while their threads may go on. What they show together
 * is made whole by a time before all of them: calls that began later are left out, and those that
 * came back later have not come back. So a taken element is never there without its put: whoever
 * put it had begun before.
 */
final class HistoryMerge extends InputStream {
  private final HistoryLine line = HistoryLine.ofAll();
  private final List<CallCursor> logs;
  private final long known;

  /** For each log its next record, or null at its end. */
  private final @Nullable CallCursor[] heads;

  private int read;

  /**
   * A history.
   *
   * @param logs as they were at some time after {@code known}
   * @param known up to when what happened is in all logs
   */
  HistoryMerge(HistoryHeader header, List<CallCursor> logs, long known) {
    this.logs = logs;
    this.known = known;
    heads = new @Nullable CallCursor[logs.size()];
    for (int i = 0; i < heads.length; i++) {
      advance(i);
    }
    line.header(header, null, null);
  }

  private void advance(int i) {
    CallCursor log = logs.get(i);
    heads[i] = log.next() && log.call() <= known ? log : null;
  }

  /** Makes the next line; false if there is none. */
  private boolean next() {
    int first = -1;
    for (int i = 0; i < heads.length; i++) {
      CallCursor head = heads[i];
      if (head != null
          && (first < 0 || head.call() < Objects.requireNonNull(heads[first]).call())) {
        first = i;
      }
    }
    if (first < 0) {
      return false;
    }
    Objects.requireNonNull(heads[first]).writeTo(line, known);
    advance(first);
    return true;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int count) {
    if (count == 0) {
      return 0;
    }
    if (read == line.length()) {
      line.clear();
      read = 0;
      boolean more = true;
      while (more && line.length() < count) {
        more = next();
      }
      if (line.length() == 0) {
        return -1;
      }
    }
    int copied = Math.min(count, line.length() - read);
    System.arraycopy(line.buffer(), read, to, offset, copied);
    read += copied;
    return copied;
  }
}

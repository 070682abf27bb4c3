package org.sabring.recorder;

/**
 * A snapshot of a thread's log, and a cursor over its records. It is made while the log may be
 * written: what may still change is copied, the other records are shared.
 */
final class LogSnapshot implements CallCursor {
  private final String thread;
  private final RecordChunk[] chunks;

  /** The records that are shared; those of the tail come after them. */
  private final long shared;

  /** The last record, which a fruitless call may yet replace, and that of a call under way. */
  private final RecordChunk tail = new RecordChunk(2);

  private final long end;
  private long at = -1;

  /**
   * A snapshot.
   *
   * @param used how many chunks are there
   * @param next how many records of the last chunk are
   * @param inCall whether the record after them is of a call under way
   */
  LogSnapshot(String thread, RecordChunk[] chunks, int used, int next, boolean inCall) {
    this.thread = thread;
    this.chunks = chunks;
    long before = (used - 1L) * ThreadLog.CHUNK;
    RecordChunk last = chunks[used - 1];
    int copied = 0;
    if (next > 0) {
      tail.copy(last, next - 1, copied++);
    }
    shared = before + next - copied;
    if (inCall) {
      tail.copy(last, next, copied++);
    }
    end = shared + copied;
  }

  @Override
  public boolean next() {
    at++;
    return at < end;
  }

  private RecordChunk chunk() {
    return at < shared ? chunks[(int) (at / ThreadLog.CHUNK)] : tail;
  }

  private int record() {
    return (int) (at < shared ? at % ThreadLog.CHUNK : at - shared);
  }

  @Override
  public long call() {
    return chunk().call(record());
  }

  @Override
  public void writeTo(HistoryLine line, long known) {
    line.call(thread, chunk(), record(), known);
  }

  /** Whether a call with this answer is there that only a bound explains. */
  boolean needsBound() {
    CallKind kind = chunk().kind(record());
    CallAnswer answer = chunk().answer(record());
    return answer == CallAnswer.REFUSED || (answer == CallAnswer.PENDING && kind == CallKind.PUT);
  }
}

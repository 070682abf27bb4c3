package org.sabring.stream;

/** The state of a Readable. Loop thread only; the parts of a Readable share it. */
final class ReadState<T> {

  /** The size of a read that takes what there is. */
  static final int ANY = Integer.MIN_VALUE;

  /** Whether the stream hands out chunks of itself. Nobody has said so yet in the beginning. */
  enum Flow {
    UNDECIDED,
    PAUSED,
    FLOWING
  }

  final ChunkQueue<T> queue;

  /** Grows when somebody reads more at once. */
  int highWaterMark;

  Flow flow = Flow.UNDECIDED;

  /** {@code pause()} was called after the last {@code resume()}, or the other way round. */
  boolean paused;

  boolean resumed;

  /** {@code onRead} was called, and nothing has been pushed since. */
  boolean reading;

  /** {@code onRead} is running, or has never run: what comes now must not be emitted at once. */
  boolean sync = true;

  /** Somebody has to hear when there is something to read. */
  boolean needReadable;

  /** The event readable is on its way, and nothing has been read since. */
  boolean emittedReadable;

  boolean readableListening;
  boolean dataListening;
  boolean resumeScheduled;
  boolean readingMore;

  /** The end has been pushed. */
  boolean ended;

  /** The event end has been emitted. */
  boolean endEmitted;

  boolean dataEmitted;

  ReadState(ChunkQueue<T> queue, int highWaterMark) {
    this.queue = queue;
    this.highWaterMark = highWaterMark;
  }

  int length() {
    return queue.length();
  }

  boolean isFlowing() {
    return flow == Flow.FLOWING;
  }
}

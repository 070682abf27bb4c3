package org.sabring.stream;

import org.sabring.stream.StreamException.Code;

/**
 * The push side of a Readable: what its source pushes goes into the buffer, or past it. Loop thread
 * only.
 */
final class Filling<T> {

  private final Readable<T> stream;
  private final ReadState<T> state;

  Filling(Readable<T> stream, ReadState<T> state) {
    this.stream = stream;
    this.state = state;
  }

  /** After the end it is an error (RB604), after a destroy it is dropped (RB605). */
  boolean push(T chunk) {
    if (state.queue.size(chunk) == 0) { // no bytes: an answer, but nothing to keep
      state.reading = false;
      stream.flowing().readMoreLater();
      return hasRoom();
    }
    if (state.ended) {
      stream.errorOrDestroy(new StreamException(Code.ERR_STREAM_PUSH_AFTER_EOF), false);
      return false;
    }
    if (stream.isBroken()) {
      return false;
    }
    state.reading = false;
    add(chunk, false);
    return hasRoom();
  }

  boolean unshift(T chunk) {
    if (state.queue.size(chunk) == 0) {
      return hasRoom();
    }
    if (state.endEmitted) {
      stream.errorOrDestroy(new StreamException(Code.ERR_STREAM_UNSHIFT_AFTER_END_EVENT), false);
    } else if (stream.isBroken()) {
      return false;
    } else {
      add(chunk, true);
    }
    return hasRoom();
  }

  /** Nothing more will come. Who waits for something to read hears of it at once. */
  void end() {
    state.reading = false;
    if (state.ended) {
      return;
    }
    state.ended = true;
    if (state.sync) {
      stream.flowing().readableLater();
    } else {
      state.needReadable = false;
      state.emittedReadable = true;
      stream.flowing().readableNow();
    }
  }

  /** Whether the source may go on pushing (RB602). */
  private boolean hasRoom() {
    return !state.ended && (state.length() < state.highWaterMark || state.length() == 0);
  }

  /** Past an empty buffer to whoever listens; else into the buffer. */
  private void add(T chunk, boolean first) {
    if (state.isFlowing() && state.dataListening && !state.sync && state.length() == 0) {
      stream.pipes().forgetDrains();
      stream.emitData(chunk);
    } else {
      if (first) {
        state.queue.addFirst(chunk);
      } else {
        state.queue.add(chunk);
      }
      if (state.needReadable) {
        stream.flowing().readableLater();
      }
    }
    stream.flowing().readMoreLater();
  }
}

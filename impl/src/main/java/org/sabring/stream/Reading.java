package org.sabring.stream;

import org.jspecify.annotations.Nullable;

/** The read side of a Readable: {@code read}, and the end. Loop thread only. */
final class Reading<T> {

  private static final int MAX_HIGH_WATER_MARK = 1 << 30;

  private final Readable<T> stream;
  private final ReadState<T> state;

  Reading(Readable<T> stream, ReadState<T> state) {
    this.stream = stream;
    this.state = state;
  }

  /**
   * Asks the source for more if the buffer runs low, and takes from the buffer.
   *
   * @param wanted units; 0 only asks the source; ANY what there is
   */
  @Nullable T read(int wanted) {
    raiseMark(wanted);
    if (wanted != 0) {
      state.emittedReadable = false;
    }
    if (wanted == 0 && state.needReadable && (isFull() || state.ended)) {
      endOrReadable();
      return null;
    }
    int taken = available(wanted);
    if (taken == 0 && state.ended) {
      if (state.length() == 0) {
        endLater();
      }
      return null;
    }
    boolean low = state.length() == 0 || state.length() - taken < state.highWaterMark;
    if ((state.needReadable || low) && mayAsk()) {
      ask();
      if (!state.reading) {
        taken = available(wanted);
      }
    }
    return give(wanted, taken);
  }

  private @Nullable T give(int wanted, int available) {
    int taken = Math.min(available, state.length()); // onRead may itself have read
    T chunk = null;
    if (taken > 0) {
      chunk = state.queue.take(taken);
      stream.pipes().forgetDrains();
    } else {
      taken = 0;
      state.needReadable |= state.length() <= state.highWaterMark;
    }
    if (state.length() == 0) {
      state.needReadable |= !state.ended;
      if (wanted != taken && state.ended) {
        endLater();
      }
    }
    // silent after its close (RB605)
    if (chunk != null && !stream.errorEmitted() && !stream.closeEmitted()) {
      stream.emitData(chunk);
    }
    return chunk;
  }

  /** Somebody wants more at once than the mark: the mark becomes the next power of two. */
  private void raiseMark(int wanted) {
    if (wanted <= state.highWaterMark) {
      return;
    }
    if (wanted > MAX_HIGH_WATER_MARK) {
      throw new IllegalArgumentException(
          "size=" + wanted + ", expected at most " + MAX_HIGH_WATER_MARK);
    }
    int below = Integer.highestOneBit(wanted);
    state.highWaterMark = below == wanted ? wanted : below << 1;
  }

  private boolean isFull() {
    return state.highWaterMark == 0 ? state.length() > 0 : state.length() >= state.highWaterMark;
  }

  private void endOrReadable() {
    if (state.length() == 0 && state.ended) {
      endLater();
    } else {
      stream.flowing().readableLater();
    }
  }

  private int available(int wanted) {
    if ((wanted <= 0 && wanted != ReadState.ANY) || (state.length() == 0 && state.ended)) {
      return 0;
    }
    return state.queue.available(wanted, state.isFlowing(), state.ended);
  }

  /** Not before the last call was answered, nor after the end or a destroy (RB603). */
  private boolean mayAsk() {
    return !state.reading && !state.ended && !stream.isBroken();
  }

  /** The only place that calls onRead. */
  private void ask() {
    state.reading = true;
    state.sync = true;
    state.needReadable |= state.length() == 0;
    try {
      stream.onRead(state.highWaterMark);
    } catch (Throwable e) { // the source's failure is the stream's
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      stream.errorOrDestroy(e, false);
    }
    state.sync = false;
  }

  private void endLater() {
    if (!state.endEmitted) {
      state.ended = true;
      stream.loop().nextTick(this::endNow);
    }
  }

  /** Once (RB604), and not if something was unshifted meanwhile: then it comes after that. */
  private void endNow() {
    if (stream.errored() != null
        || stream.closeEmitted()
        || state.endEmitted
        || state.length() > 0) {
      return;
    }
    state.endEmitted = true;
    stream.end().emit(stream);
    if (stream.autoDestroy()) {
      stream.destroy();
    }
  }
}

package org.sabring.stream;

import org.sabring.stream.ReadState.Flow;

/**
 * The flow control of a Readable: flowing or paused, the event readable, and who listens. Loop
 * thread only.
 */
final class Flowing<T> {

  private final Readable<T> stream;
  private final ReadState<T> state;

  Flowing(Readable<T> stream, ReadState<T> state) {
    this.stream = stream;
    this.state = state;
  }

  void resume() {
    if (!state.isFlowing()) {
      // who listens to readable reads; then resume only says that it may
      state.flow = state.readableListening ? Flow.PAUSED : Flow.FLOWING;
      if (!state.resumeScheduled) {
        state.resumeScheduled = true;
        stream.loop().nextTick(this::resumeNow);
      }
    }
    state.paused = false;
    state.resumed = true;
  }

  void pause() {
    if (state.flow != Flow.PAUSED) {
      state.flow = Flow.PAUSED;
      stream.pauseEvent().emit(stream);
    }
    state.paused = true;
    state.resumed = false;
  }

  private void resumeNow() {
    if (!state.reading) {
      stream.read(0);
    }
    state.resumeScheduled = false;
    stream.resumeEvent().emit(stream);
    flow();
    if (state.isFlowing() && !state.reading) {
      stream.read(0);
    }
  }

  private void flow() {
    while (state.isFlowing() && stream.read() != null) {
      // each read emits data
    }
  }

  /** Emits readable in the next tick, unless it is on its way. */
  void readableLater() {
    state.needReadable = false;
    if (!state.emittedReadable) {
      state.emittedReadable = true;
      stream.loop().nextTick(this::readableNow);
    }
  }

  void readableNow() {
    if (!stream.isBroken() && (state.length() > 0 || state.ended)) {
      stream.readable().emit(stream);
      state.emittedReadable = false;
    }
    state.needReadable |=
        !state.isFlowing() && !state.ended && state.length() <= state.highWaterMark;
    flow();
  }

  /** Fills the buffer up to the mark in the next tick, unless that is under way. */
  void readMoreLater() {
    if (!state.readingMore) {
      state.readingMore = true;
      stream.loop().nextTick(this::readMore);
    }
  }

  private void readMore() {
    boolean got = true;
    while (got && !state.reading && !state.ended && wantsMore()) {
      int before = state.length();
      stream.read(0);
      got = state.length() != before;
    }
    state.readingMore = false;
  }

  private boolean wantsMore() {
    return state.length() < state.highWaterMark || (state.isFlowing() && state.length() == 0);
  }

  void dataAdded() {
    state.dataListening = true;
    state.readableListening |= stream.readable().listeners() > 0;
    if (state.flow != Flow.PAUSED) {
      resume();
    }
  }

  void dataRemoved() {
    state.dataListening &= stream.data().listeners() > 0;
  }

  void readableAdded() {
    if (state.endEmitted || state.readableListening) {
      return;
    }
    state.readableListening = true;
    state.needReadable = true;
    state.flow = Flow.PAUSED;
    state.emittedReadable = false;
    if (state.length() > 0) {
      readableLater();
    } else if (!state.reading) {
      stream.loop().nextTick(() -> stream.read(0));
    }
  }

  /** In the next tick, so that who listens once, again and again, does not change the flow. */
  void readableRemoved() {
    stream.loop().nextTick(this::updateListening);
  }

  private void updateListening() {
    state.readableListening = stream.readable().listeners() > 0;
    if (state.resumeScheduled && state.resumed) {
      state.flow = Flow.FLOWING;
    } else if (state.dataListening) {
      resume();
    } else if (!state.readableListening) {
      state.flow = Flow.UNDECIDED;
    }
  }
}

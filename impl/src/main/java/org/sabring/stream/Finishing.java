package org.sabring.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.StreamException.Code;

/**
 * The finish of a Writable: after the last chunk (RB613), {@code onFinal}, then finish. Loop thread
 * only.
 */
final class Finishing<T> {

  private final Writable<T> stream;
  private final WriteState<T> state;

  Finishing(Writable<T> stream, WriteState<T> state) {
    this.stream = stream;
    this.state = state;
  }

  void end(@Nullable Throwable refused, @Nullable Done done) {
    Throwable error = refused;
    if (error == null) {
      if (!state.ending && stream.errored() == null) {
        state.ending = true;
        finishIfReady();
      } else if (state.finished) {
        error = new StreamException(Code.ERR_STREAM_ALREADY_FINISHED);
      } else if (stream.isDestroyed()) {
        error = new StreamException(Code.ERR_STREAM_DESTROYED);
      }
    }
    if (done != null) {
      answer(error, done);
    }
  }

  private void answer(@Nullable Throwable refused, Done done) {
    Throwable error = refused != null ? refused : stream.errored();
    if (error != null || state.finished) {
      stream.loop().nextTick(() -> done.done(error));
    } else {
      state.onFinished.add(done);
    }
  }

  /** Finishes in the next tick if end was called and everything has been written. */
  void finishIfReady() {
    if (!isReady()) {
      return;
    }
    beforeFinish();
    if (state.pending > 0) {
      return;
    }
    state.pending++;
    stream
        .loop()
        .nextTick(
            () -> {
              if (isReady()) {
                finish();
              } else {
                state.pending--;
              }
            });
  }

  private boolean isReady() {
    return state.ending
        && state.length == 0
        && !state.isBuffered()
        && !state.writing
        && !state.finished
        && !stream.isBroken()
        && !stream.errorEmitted()
        && !stream.closeEmitted();
  }

  private void beforeFinish() {
    if (state.prefinished || state.finalCalled) {
      return;
    }
    state.finalCalled = true;
    if (!stream.hasFinal() || stream.isDestroyed()) {
      state.prefinished = true;
      stream.prefinish().emit(stream);
      return;
    }
    state.sync = true;
    state.pending++;
    try {
      stream.onFinal(this::finalDone);
    } catch (Throwable e) { // the sink's failure is the stream's
      finalDone(e);
    }
    state.sync = false;
  }

  private void finalDone(@Nullable Throwable error) {
    stream.loop().check();
    if (state.prefinished) {
      StreamException twice = new StreamException(Code.ERR_MULTIPLE_CALLBACK);
      stream.errorOrDestroy(error != null ? error : twice, false);
      return;
    }
    state.pending--;
    if (error != null) {
      tell(error);
      stream.errorOrDestroy(error, state.sync);
    } else if (isReady()) {
      state.prefinished = true;
      stream.prefinish().emit(stream);
      state.pending++;
      stream.loop().nextTick(this::finish);
    }
  }

  private void finish() {
    state.pending--;
    state.finished = true;
    tell(null);
    stream.finish().emit(stream);
    if (stream.autoDestroy()) {
      stream.destroy();
    }
  }

  /** Tells those who asked to hear of finish. */
  void tell(@Nullable Throwable error) {
    List<Done> all = List.copyOf(state.onFinished);
    state.onFinished.clear();
    all.forEach(done -> done.done(error));
  }
}

package org.sabring.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.StreamException.Code;
import org.sabring.stream.WriteState.Pending;

/**
 * The write side of a Writable, from {@code write} to the chunk being written: one at a time, in
 * order (RB611). Loop thread only.
 */
final class Writing<T> {

  /** Writers that the same tick tells, because they asked one after the other. */
  private static final class AfterWrite {
    final Done done;
    int count = 1;

    AfterWrite(Done done) {
      this.done = done;
    }
  }

  private final Writable<T> stream;
  private final WriteState<T> state;
  private final ChunkMode<T> mode;

  /** The tick that the next writer with the same Done may join. */
  private @Nullable AfterWrite afterWrite;

  Writing(Writable<T> stream, WriteState<T> state, ChunkMode<T> mode) {
    this.stream = stream;
    this.state = state;
    this.mode = mode;
  }

  /** Why this chunk cannot be written, or null: then it is written, now or later. */
  @Nullable Throwable refuse(Done done) {
    if (!state.ending && !stream.isDestroyed()) {
      return null;
    }
    StreamException why =
        new StreamException(
            state.ending ? Code.ERR_STREAM_WRITE_AFTER_END : Code.ERR_STREAM_DESTROYED);
    stream.loop().nextTick(() -> done.done(why));
    stream.errorOrDestroy(why, true);
    return why;
  }

  boolean write(T chunk, Done done) {
    state.pending++;
    int size = mode.size(chunk);
    state.length += size;
    if (state.writing || stream.errored() != null || state.corked > 0) {
      state.buffer.add(new Pending<>(chunk, size, done));
    } else {
      start(chunk, size, done);
    }
    // from the mark on false, and drain follows (RB612)
    boolean more = state.length < state.highWaterMark || state.length == 0;
    state.needDrain |= !more;
    return more && !stream.isBroken();
  }

  private void start(T chunk, int size, Done done) {
    state.writeSize = size;
    state.writeDone = done;
    state.writing = true;
    state.sync = true;
    Written written = new Written();
    if (stream.isDestroyed()) {
      written.done(new StreamException(Code.ERR_STREAM_DESTROYED));
    } else {
      try {
        stream.onWrite(chunk, written);
      } catch (Throwable e) { // the sink's failure is the stream's
        written.done(e);
      }
    }
    state.sync = false;
  }

  /** What one call of onWrite is answered with, once. */
  private final class Written implements Done {
    private boolean called;

    @Override
    public void done(@Nullable Throwable error) {
      stream.loop().check();
      if (called) {
        stream.errorOrDestroy(new StreamException(Code.ERR_MULTIPLE_CALLBACK), false);
        return;
      }
      called = true;
      written(error);
    }
  }

  private void written(@Nullable Throwable error) {
    Done done = state.writeDone;
    state.writing = false;
    state.writeDone = Done.NOTHING;
    state.length -= state.writeSize;
    state.writeSize = 0;
    if (error != null) {
      stream.fail(error);
      if (state.sync) {
        stream.loop().nextTick(() -> failed(error, done));
      } else {
        failed(error, done);
      }
      return;
    }
    boolean sync = state.sync;
    clearBuffer();
    if (sync) {
      tellLater(done);
    } else {
      tell(1, done);
    }
  }

  private void failed(Throwable error, Done done) {
    state.pending--;
    done.done(error);
    dropBuffer();
    stream.errorOrDestroy(error, false);
  }

  /**
   * Who wrote hears in the next tick, those with the same Done together. As in Node 20, who does
   * not care costs a tick only if there is a drain to emit, or in object mode.
   */
  private void tellLater(Done done) {
    boolean drains = state.needDrain && state.length == 0;
    boolean tick = drains || mode.isObjects() || done != Done.NOTHING;
    if (done == Done.NOTHING && !state.afterWritePending && tick) {
      state.afterWritePending = true;
      stream.loop().nextTick(() -> tell(1, done));
    } else if (done == Done.NOTHING) {
      state.pending--;
      stream.finishing().finishIfReady();
    } else if (afterWrite != null && afterWrite.done == done) {
      afterWrite.count++;
    } else {
      AfterWrite group = new AfterWrite(done);
      afterWrite = group;
      state.afterWritePending = true;
      stream
          .loop()
          .nextTick(
              () -> {
                afterWrite = null;
                tell(group.count, done);
              });
    }
  }

  private void tell(int count, Done done) {
    state.afterWritePending = false;
    if (state.needDrain && !state.ending && !stream.isDestroyed() && state.length == 0) {
      state.needDrain = false;
      stream.drain().emit(stream);
    }
    for (int i = 0; i < count; i++) {
      state.pending--;
      done.done(null);
    }
    if (stream.isDestroyed()) {
      dropBuffer();
    }
    stream.finishing().finishIfReady();
  }

  /** Writes what waits, as long as each chunk is done at once. */
  void clearBuffer() {
    if (state.buffer.isEmpty() || state.clearing || state.corked > 0 || stream.isDestroyed()) {
      return;
    }
    state.clearing = true;
    do {
      Pending<T> next = state.buffer.remove();
      start(next.chunk(), next.size(), next.done());
    } while (!state.buffer.isEmpty() && !state.writing);
    state.clearing = false;
  }

  /** Tells everybody whose chunk will not be written any more. */
  void dropBuffer() {
    if (state.writing) {
      return;
    }
    while (!state.buffer.isEmpty()) {
      Pending<T> next = state.buffer.remove();
      state.length -= next.size();
      next.done().done(lost());
    }
    stream.finishing().tell(lost());
  }

  private Throwable lost() {
    Throwable error = stream.errored();
    return error != null ? error : new StreamException(Code.ERR_STREAM_DESTROYED);
  }
}

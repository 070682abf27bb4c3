package org.sabring.stream;

import org.jspecify.annotations.Nullable;

/**
 * A stream that is written to, with the rules of Node's {@code stream.Writable}: it hands chunks to
 * its sink one at a time, in order, and keeps those that wait. A write answers false when it holds
 * as much as the high-water mark; the event <em>drain</em> says when to go on.
 *
 * <p>A sink extends this class: {@link #onWrite} is called with a chunk, and not again before it
 * has said that it is done.
 *
 * <p>Every method is for the loop's thread only. Order of events: drain as needed; then finish and
 * close; or error and close.
 *
 * @param <T> a chunk
 */
public abstract non-sealed class Writable<T> extends Destroyable {

  private final WriteState<T> state;
  private final Writing<T> writing;
  private final Finishing<T> finishing;
  private final Event<Writable<T>> drain = new Event<>("drain");
  private final Event<Writable<T>> prefinish = new Event<>("prefinish");
  private final Event<Writable<T>> finish = new Event<>("finish");
  private final Event<Readable<?>> pipe = new Event<>("pipe");
  private final Event<Unpiped> unpipe = new Event<>("unpipe");

  /** A stream to which nothing has been written. */
  @SuppressWarnings("this-escape") // the parts keep it and do not use it yet
  protected Writable(EventLoop loop, ChunkMode<T> mode, Settings settings) {
    super(loop, settings);
    state = new WriteState<>(settings.highWaterMark());
    writing = new Writing<>(this, state, mode);
    finishing = new Finishing<>(this, state);
  }

  /**
   * Writes a chunk. May not block, or the loop stands still.
   *
   * @param done to be called once, at once or in a later task of the loop
   * @throws Exception if it cannot, which is the same as {@code done} with it
   */
  protected abstract void onWrite(T chunk, Done done) throws Exception;

  /**
   * Everything has been written, and {@link #end} was called: the event finish follows {@code
   * done}. Called once, and only if {@link #hasFinal} says so.
   *
   * @throws Exception if it cannot, which is the same as {@code done} with it
   */
  protected void onFinal(Done done) throws Exception {
    done.done(null);
  }

  /** Whether {@link #onFinal} has something to do: it takes a tick. */
  protected boolean hasFinal() {
    return false;
  }

  /**
   * Writes a chunk, now or when those before it are written.
   *
   * @return whether there is room for more; if not, drain follows. After {@link #end} or destroy
   *     always false, and an error
   */
  public final boolean write(T chunk) {
    return write(chunk, Done.NOTHING);
  }

  /** As {@link #write(Object)}, and says when the chunk is written, or that it never will be. */
  public final boolean write(T chunk, Done done) {
    loop().check();
    return writing.refuse(done) == null && writing.write(chunk, done);
  }

  /** Says that nothing more will be written. */
  public final void end() {
    loop().check();
    end(null, null);
  }

  /** Says that nothing more will be written, and wants to hear when all is. */
  public final void end(Done done) {
    loop().check();
    end(null, done);
  }

  /** Writes a last chunk. */
  public final void endWith(T chunk) {
    loop().check();
    Throwable refused = writing.refuse(Done.NOTHING);
    if (refused == null) {
      writing.write(chunk, Done.NOTHING);
    }
    end(refused, null);
  }

  private void end(@Nullable Throwable refused, @Nullable Done done) {
    if (state.corked > 0) {
      state.corked = 1;
      uncork();
    }
    finishing.end(refused, done);
  }

  /** Keeps everything that is written from now on. */
  public final void cork() {
    loop().check();
    state.corked++;
  }

  /** Writes what was kept, if this is as often called as {@link #cork}. */
  public final void uncork() {
    loop().check();
    if (state.corked > 0) {
      state.corked--;
      if (!state.writing) {
        writing.clearBuffer();
      }
    }
  }

  /** After a write that answered false: everything has been written, go on. */
  public final Event<Writable<T>> drain() {
    return drain;
  }

  /** Everything has been written; finish is next. */
  public final Event<Writable<T>> prefinish() {
    return prefinish;
  }

  /** Everything has been written after {@link #end}. Once, and never after an error. */
  public final Event<Writable<T>> finish() {
    return finish;
  }

  /** A Readable has been piped to it. */
  public final Event<Readable<?>> piped() {
    return pipe;
  }

  /** A pipe to it has ended. */
  public final Event<Unpiped> unpiped() {
    return unpipe;
  }

  /** How much it holds, with what is being written: chunks, or bytes. */
  public final int writableLength() {
    return state.length;
  }

  /** From where on {@link #write} answers false. */
  public final int writableHighWaterMark() {
    return state.highWaterMark;
  }

  /** Whether a write has answered false and drain has not followed yet. */
  public final boolean isDrainNeeded() {
    return state.needDrain && !state.ending && !isDestroyed();
  }

  /** Whether {@link #end} has been called. */
  public final boolean isWritableEnded() {
    return state.ending;
  }

  /** Whether the event finish has been. */
  public final boolean isWritableFinished() {
    return state.finished;
  }

  /** Whether it makes sense to write. */
  public final boolean isWritable() {
    return !state.ending && !isBroken();
  }

  /** How often it has been corked. */
  public final int writableCorked() {
    return state.corked;
  }

  /** Whether drain would follow, if it were not for the end. */
  final boolean needsDrain() {
    return state.needDrain;
  }

  final Finishing<T> finishing() {
    return finishing;
  }

  @Override
  final void beforeDestroy() {
    if (state.isBuffered() || !state.onFinished.isEmpty()) {
      loop().nextTick(writing::dropBuffer);
    }
  }
}

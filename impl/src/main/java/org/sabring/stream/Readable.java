package org.sabring.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.ReadState.Flow;

/**
 * A stream that is read, with the rules of Node's {@code stream.Readable}: it asks its source for
 * chunks until its buffer holds as much as the high-water mark, and hands them out, either by
 * itself as events <em>data</em> (flowing) or to whoever calls {@link #read()} (paused).
 *
 * <p>A source extends this class: {@link #onRead} is called when chunks are wanted, and answers, at
 * once or later, with {@link #push} or {@link #pushEnd}. It is not called again before it has
 * answered, nor after the end or after {@code destroy}.
 *
 * <p>Every method is for the loop's thread only. Order of events: readable and data as chunks come,
 * end after all of them, then close; or error, then close.
 *
 * @param <T> a chunk
 */
@SuppressWarnings("JavaLangClash") // Node's name for it
public abstract non-sealed class Readable<T> extends Destroyable {

  private final ReadState<T> state;
  private final Filling<T> filling;
  private final Reading<T> reading;
  private final Flowing<T> flowing;
  private final Pipes<T> pipes;
  private final Event<T> data;
  private final Event<Readable<T>> readable;
  private final Event<Readable<T>> end = new Event<>("end");
  private final Event<Readable<T>> pause = new Event<>("pause");
  private final Event<Readable<T>> resume = new Event<>("resume");

  /** A stream with nothing in it, which asks for nothing until somebody wants something. */
  @SuppressWarnings("this-escape") // the parts keep it and do not use it yet
  protected Readable(EventLoop loop, ChunkMode<T> mode, Settings settings) {
    super(loop, settings);
    state = new ReadState<>(mode.queue(), settings.highWaterMark());
    filling = new Filling<>(this, state);
    reading = new Reading<>(this, state);
    flowing = new Flowing<>(this, state);
    pipes = new Pipes<>(this, state);
    data = new Event<>("data", flowing::dataAdded, flowing::dataRemoved);
    readable = new Event<>("readable", flowing::readableAdded, flowing::readableRemoved);
  }

  /**
   * Chunks are wanted: push some, now or later. May not block, or the loop stands still.
   *
   * @param size how much would be welcome: the high-water mark
   * @throws Exception if it cannot: the stream is destroyed with it
   */
  protected abstract void onRead(int size) throws Exception;

  /**
   * Gives the stream a chunk. A chunk of no bytes is an answer to {@link #onRead} and nothing more.
   *
   * @return whether the source may go on; if not, it waits for {@link #onRead}
   */
  protected final boolean push(T chunk) {
    loop().check();
    return filling.push(chunk);
  }

  /** Says that no chunk will come any more. A push after this is an error. */
  protected final void pushEnd() {
    loop().check();
    filling.end();
  }

  /** Gives back what has been read: it is the first to be read again. Answers as {@link #push}. */
  public final boolean unshift(T chunk) {
    loop().check();
    return filling.unshift(chunk);
  }

  /**
   * Takes a chunk, or all bytes there are. Also emits it as data.
   *
   * @return null when there is nothing now; the event readable says when there is
   */
  public final @Nullable T read() {
    loop().check();
    return reading.read(ReadState.ANY);
  }

  /**
   * Takes this many bytes, or one object; before the end nothing if there are fewer. 0 takes
   * nothing and asks the source. More than the high-water mark raises it.
   *
   * @return null when there is nothing now
   */
  public final @Nullable T read(int size) {
    loop().check();
    return reading.read(size == ReadState.ANY ? -1 : size);
  }

  /** Lets it flow, unless somebody listens to readable. */
  public final void resume() {
    loop().check();
    flowing.resume();
  }

  /** Stops the flow. */
  public final void pause() {
    loop().check();
    flowing.pause();
  }

  /** Writes all chunks to a Writable, no faster than that can take them, and then ends it. */
  public final <W extends Writable<? super T>> W pipe(W destination) {
    loop().check();
    pipes.add(destination, true);
    return destination;
  }

  /** As {@link #pipe}, without ending the Writable. */
  public final <W extends Writable<? super T>> W pipeWithoutEnd(W destination) {
    loop().check();
    pipes.add(destination, false);
    return destination;
  }

  /** Ends the pipe to this Writable, if there is one. */
  public final void unpipe(Writable<? super T> destination) {
    loop().check();
    pipes.remove(destination);
  }

  /** Ends all pipes. */
  public final void unpipe() {
    loop().check();
    pipes.removeAll();
  }

  /** Each chunk. To listen lets it flow, unless it was paused. */
  public final Event<T> data() {
    return data;
  }

  /** There is something to read, or the end. To listen stops the flow. */
  public final Event<Readable<T>> readable() {
    return readable;
  }

  /** Everything has been read. Once, and never after an error. */
  public final Event<Readable<T>> end() {
    return end;
  }

  /** The flow has stopped. */
  public final Event<Readable<T>> pauseEvent() {
    return pause;
  }

  /** The flow is about to begin. */
  public final Event<Readable<T>> resumeEvent() {
    return resume;
  }

  /** How much it holds: chunks, or bytes. */
  public final int readableLength() {
    return state.length();
  }

  /** From where on {@link #push} answers false. */
  public final int readableHighWaterMark() {
    return state.highWaterMark;
  }

  /** Whether it flows; null as long as nobody has listened, resumed or paused. */
  public final @Nullable Boolean readableFlowing() {
    return state.flow == Flow.UNDECIDED ? null : Boolean.valueOf(state.isFlowing());
  }

  /** Whether somebody has stopped it. */
  public final boolean isPaused() {
    return state.paused || state.flow == Flow.PAUSED;
  }

  /** Whether the event end has been. */
  public final boolean isReadableEnded() {
    return state.endEmitted;
  }

  /** Whether it makes sense to read. */
  public final boolean isReadable() {
    return !isDestroyed() && !errorEmitted() && !state.endEmitted;
  }

  /** Whether a chunk has come out of it. */
  public final boolean hasBeenRead() {
    return state.dataEmitted;
  }

  final void emitData(T chunk) {
    state.dataEmitted = true;
    data.emit(chunk);
  }

  final Flowing<T> flowing() {
    return flowing;
  }

  final Pipes<T> pipes() {
    return pipes;
  }
}

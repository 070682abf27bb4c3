package org.sabring.stream;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The base of both kinds of stream: they belong to a loop, fail, are destroyed and close, each
 * once.
 *
 * <p>Every method is for the loop's thread only, unless it says otherwise. A stream may be made on
 * another thread and handed to the loop in a task.
 */
public abstract sealed class Destroyable permits Readable, Writable {

  private final EventLoop loop;
  private final boolean autoDestroy;
  private final Event<Throwable> error = new Event<>("error");
  private final Event<Destroyable> close = new Event<>("close");

  /** Set at the beginning of destroying, so that it happens once. */
  private boolean destroyed;

  private boolean closed;
  private boolean closeEmitted;
  private boolean errorEmitted;

  /** The first error there was. */
  private @Nullable Throwable errored;

  private final Consumer<Throwable> onRejected = this::destroy;

  Destroyable(EventLoop loop, Settings settings) {
    this.loop = loop;
    this.autoDestroy = settings.autoDestroy();
    loop.join(onRejected);
  }

  /**
   * The event of a failure, at most once. When nobody listens, the error goes to the loop's handler
   * of uncaught exceptions, and the event close is left out, as in Node.
   */
  public final Event<Throwable> error() {
    return error;
  }

  /** The last event, after the stream has been destroyed. */
  public final Event<Destroyable> close() {
    return close;
  }

  /** Stops the stream: nothing more is read or written, what it holds is let go, it closes. */
  public final void destroy() {
    destroyWith(null);
  }

  /** Stops the stream because of an error, which becomes the event error. */
  public final void destroy(Throwable cause) {
    destroyWith(cause);
  }

  /**
   * Lets go what the stream holds. Called once. The event close follows {@code done} (RB605), and
   * the event error before it if there is one.
   *
   * @param cause why, if it failed; to be handed on to {@code done}
   */
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    done.done(cause);
  }

  /** The loop that the stream runs on. Any thread. */
  public final EventLoop loop() {
    return loop;
  }

  /** Whether it is being destroyed, or has been. */
  public final boolean isDestroyed() {
    return destroyed;
  }

  /** Whether it has been destroyed and has let go everything. */
  public final boolean isClosed() {
    return closed;
  }

  /** The first error there was; null if there was none. */
  public final @Nullable Throwable errored() {
    return errored;
  }

  final boolean autoDestroy() {
    return autoDestroy;
  }

  final boolean closeEmitted() {
    return closeEmitted;
  }

  final boolean errorEmitted() {
    return errorEmitted;
  }

  /** Whether there is no point in reading or writing any more. */
  final boolean isBroken() {
    return destroyed || errored != null;
  }

  /** Keeps the first error. */
  final void fail(Throwable cause) {
    if (errored == null) {
      errored = cause;
    }
  }

  /** A Writable gives up what it has not written. */
  void beforeDestroy() {}

  final void destroyWith(@Nullable Throwable cause) {
    loop.check();
    if (destroyed) {
      return;
    }
    beforeDestroy();
    if (cause != null) {
      fail(cause);
    }
    destroyed = true;
    Done done = once(this::afterDestroy);
    try {
      onDestroy(cause, done);
    } catch (Throwable e) { // its own failure is the stream's
      done.done(e);
    }
  }

  private static Done once(Done next) {
    boolean[] called = new boolean[1];
    return error -> {
      if (!called[0]) {
        called[0] = true;
        next.done(error);
      }
    };
  }

  private void afterDestroy(@Nullable Throwable cause) {
    if (cause != null) {
      fail(cause);
    }
    closed = true;
    loop.nextTick(
        () -> {
          if (cause != null) {
            emitError(cause);
          }
          emitClose();
        });
  }

  /**
   * What goes wrong inside a stream destroys it; without autoDestroy it is an error and no more.
   *
   * @param later whether the event may only come in the next tick
   */
  final void errorOrDestroy(Throwable cause, boolean later) {
    if (destroyed) {
      return;
    }
    if (autoDestroy) {
      destroyWith(cause);
      return;
    }
    fail(cause);
    if (later) {
      loop.nextTick(() -> emitError(cause));
    } else {
      emitError(cause);
    }
  }

  private void emitError(Throwable cause) {
    if (errorEmitted) {
      return;
    }
    errorEmitted = true;
    raise(cause);
  }

  /** The event error; without a listener an exception. */
  final void raise(Throwable cause) {
    if (!error.emit(cause)) {
      throw new StreamException(StreamException.Code.ERR_UNHANDLED_ERROR, cause);
    }
  }

  private void emitClose() {
    closeEmitted = true;
    loop.leave(onRejected);
    close.emit(this);
  }
}

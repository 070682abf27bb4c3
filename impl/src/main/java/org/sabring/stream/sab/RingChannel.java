package org.sabring.stream.sab;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.InterruptibleChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One side of a ring as a channel: any thread may use it, one at a time, and any thread may close
 * it at any time. Who is blocked in it then comes out with an {@link AsynchronousCloseException};
 * who is interrupted, or comes interrupted, closes it and gets a {@link
 * ClosedByInterruptException}.
 */
abstract class RingChannel implements InterruptibleChannel {

  /** What the side does, while nobody else uses it. */
  interface Work {
    int run() throws IOException, InterruptedException;
  }

  /** Held by who uses the side: so the side passes from thread to thread, with all that it saw. */
  private final ReentrantLock turn = new ReentrantLock();

  /** Guards the two after it. */
  private final Object guard = new Object();

  private @Nullable Thread inside;
  private boolean thrownOut;

  private volatile boolean open = true;

  /** Whether the side has been let go. For who has the turn. */
  private boolean released;

  /** Lets the side go, once: the last thing that is done with it. May wait for the other side. */
  abstract void release() throws IOException, InterruptedException;

  /** Lets the side go at once, with what is under way undone. */
  abstract void abandon();

  @Override
  public final boolean isOpen() {
    return open;
  }

  final int work(Work work) throws IOException {
    turn.lock();
    try {
      return enter(() -> runOpen(work));
    } finally {
      turn.unlock();
    }
  }

  @Override
  public final void close() throws IOException {
    open = false;
    throwOut();
    turn.lock();
    try {
      if (!released) {
        released = true;
        enter(
            () -> {
              release();
              return 0;
            });
      }
    } finally {
      turn.unlock();
    }
  }

  /** Looks once it is inside: who closes before that is seen here, and who closes after it sees. */
  private int runOpen(Work work) throws IOException, InterruptedException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    return work.run();
  }

  /** Runs the work so that closing can end it. */
  private int enter(Work work) throws IOException {
    synchronized (guard) {
      inside = Thread.currentThread();
    }
    try {
      return work.run();
    } catch (InterruptedException e) {
      if (leave()) {
        Thread.interrupted(); // a second closer's
        throw new AsynchronousCloseException();
      }
      throw interrupted();
    } finally {
      if (leave()) {
        Thread.interrupted(); // it was meant for the work, which is over
      }
    }
  }

  /** Whether closing has ended, or wanted to end, the work. */
  private boolean leave() {
    synchronized (guard) {
      boolean wasThrownOut = thrownOut;
      inside = null;
      thrownOut = false;
      return wasThrownOut;
    }
  }

  private void throwOut() {
    synchronized (guard) {
      if (inside != null && inside != Thread.currentThread() && !released) {
        thrownOut = true;
        inside.interrupt();
      }
    }
  }

  private ClosedByInterruptException interrupted() {
    open = false;
    released = true;
    abandon();
    Thread.currentThread().interrupt();
    return new ClosedByInterruptException();
  }
}

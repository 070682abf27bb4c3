package org.sabring.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The state of a Writable. Loop thread only; the parts of a Writable share it. */
final class WriteState<T> {

  /** A chunk that waits to be written. */
  record Pending<T>(T chunk, int size, Done done) {}

  final int highWaterMark;
  final Deque<Pending<T>> buffer = new ArrayDeque<>();

  /** In units of the mode: what waits, and what is being written. */
  int length;

  /** The size of what is being written, and who hears when it is. */
  int writeSize;

  Done writeDone = Done.NOTHING;

  /** {@code onWrite} has been called, and has not said yet that it is done. */
  boolean writing;

  /** {@code onWrite} or {@code onFinal} is running, or neither has ever run. */
  boolean sync = true;

  /** The buffer is being written; the loop there goes on by itself. */
  boolean clearing;

  /** How often cork() was called without uncork(). */
  int corked;

  /** A write has answered false, and the event drain has to follow. */
  boolean needDrain;

  /** {@code end()} has been called. */
  boolean ending;

  boolean finalCalled;
  boolean prefinished;
  boolean finished;

  /** Writes, and other things, that have to be over before the event finish. */
  int pending;

  /** A tick that tells writers is on its way. */
  boolean afterWritePending;

  /** Who hears of finish. */
  final List<Done> onFinished = new ArrayList<>();

  WriteState(int highWaterMark) {
    this.highWaterMark = highWaterMark;
  }

  /** Something waits, or has been waiting until just now. */
  boolean isBuffered() {
    return !buffer.isEmpty() || clearing;
  }
}

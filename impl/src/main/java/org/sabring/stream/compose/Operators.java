package org.sabring.stream.compose;

import org.sabring.stream.Readable;

/** The operators: each makes a Readable out of another, of objects. Loop thread only. */
public final class Operators {

  private Operators() {}

  /**
   * A function of the user's.
   *
   * @param <S> what it gets
   * @param <T> what it makes of it
   */
  @FunctionalInterface
  public interface Transform<S, T> {
    /** What it throws destroys the stream, and its source. */
    T apply(S chunk) throws Exception;
  }

  /** What the function makes of each chunk. */
  public static <S, T> Readable<T> map(Readable<S> source, Transform<S, T> function) {
    return new Operator<S, T>(source) {
      @Override
      void accept(S chunk) throws Exception {
        give(function.apply(chunk));
      }
    };
  }

  /** The chunks that the function says true to. */
  public static <S> Readable<S> filter(Readable<S> source, Transform<S, Boolean> function) {
    return new Operator<S, S>(source) {
      @Override
      void accept(S chunk) throws Exception {
        if (function.apply(chunk)) {
          give(chunk);
        }
      }
    };
  }

  /**
   * The first chunks, and then the end: the source is destroyed, which cancels a ring under it.
   *
   * @throws IllegalArgumentException when {@code count} is less than 1
   */
  public static <S> Readable<S> take(Readable<S> source, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count=" + count + ", expected at least 1");
    }
    return new Operator<S, S>(source) {
      private int left = count;

      @Override
      void accept(S chunk) {
        left--;
        give(chunk);
        if (left == 0) {
          finish();
        }
      }
    };
  }
}

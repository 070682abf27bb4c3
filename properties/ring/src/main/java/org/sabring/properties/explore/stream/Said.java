package org.sabring.properties.explore.stream;

import java.util.Locale;
import org.sabring.stream.StreamException;

/**
 * What is seen of a stream from outside, as its monitor hears it.
 *
 * @param kind what happened
 * @param number the element, or how much the stream holds; 0 if there is none
 * @param detail more about it, for people; may be empty
 */
public record Said(Kind kind, int number, String detail) {

  /** What may happen. */
  public enum Kind {
    /** The stream calls {@code onRead}. */
    READ,
    DATA,
    END,
    CLOSE,
    ERROR,
    UNCAUGHT,
    /** The user is about to do this. */
    PAUSE,
    RESUME,
    DESTROY,
    WRITE,
    FINISHING,
    /** What a write was answered with, and how much the stream holds then. */
    MORE,
    STOP,
    DRAIN,
    FINISH
  }

  static Said of(Kind kind) {
    return new Said(kind, 0, "");
  }

  static Said of(Kind kind, int number) {
    return new Said(kind, number, "");
  }

  static Said failure(Kind kind, Throwable error) {
    String what = error instanceof StreamException known ? known.code().name() : error.toString();
    return new Said(kind, 0, what);
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return name + (number == 0 ? "" : " " + number) + (detail.isEmpty() ? "" : " " + detail);
  }
}

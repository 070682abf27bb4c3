package org.sabring.stream;

import org.jspecify.annotations.Nullable;

/** The error of a stream, under the name that Node gives it where Node knows it. */
public final class StreamException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The kinds. */
  public enum Code {
    /** {@code push} after the end was pushed. */
    ERR_STREAM_PUSH_AFTER_EOF("push() after the end was pushed"),
    /** {@code unshift} after the event end. */
    ERR_STREAM_UNSHIFT_AFTER_END_EVENT("unshift() after the event end"),
    /** {@code write} after {@code end}. */
    ERR_STREAM_WRITE_AFTER_END("write() after end()"),
    /** The stream was destroyed before this could be done. */
    ERR_STREAM_DESTROYED("the stream was destroyed before this was done"),
    /** {@code end} after the event finish. */
    ERR_STREAM_ALREADY_FINISHED("end() after the event finish"),
    /** A stream said twice that one thing was done. */
    ERR_MULTIPLE_CALLBACK("the same callback was called twice"),
    /** A stream of a pipeline closed before its end. */
    ERR_STREAM_PREMATURE_CLOSE("a stream closed before its end"),
    /** An error that nobody listens to. */
    ERR_UNHANDLED_ERROR("nobody listens to the event error"),
    /** Not in Node: the ring's consumer has cancelled. */
    RING_CANCELLED("the consumer of the ring has cancelled");

    private final String text;

    Code(String text) {
      this.text = text;
    }
  }

  private final Code code;

  /** Of this kind. */
  public StreamException(Code code) {
    this(code, null);
  }

  StreamException(Code code, @Nullable Throwable cause) {
    super(code + ": " + code.text, cause);
    this.code = code;
  }

  /** Which kind. */
  public Code code() {
    return code;
  }
}

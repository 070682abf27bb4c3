package org.sabring.properties.stream;

/** What is wrong in a run that the comparison with Node has to find. */
enum Mistake {
  /** Nothing is. */
  NONE,
  /** A push answers true although the buffer is full. */
  PushAlwaysTrue,
  /** Every third chunk is lost on its way into the stream. */
  LostChunk,
  /** The event end comes twice. */
  EndTwice,
  /** The event drain is not emitted. */
  DrainForgotten,
  /** A stream that is destroyed with an error closes without it. */
  LostError,
  /** What is put off to the next tick comes only in the next task. */
  TickAsTask
}

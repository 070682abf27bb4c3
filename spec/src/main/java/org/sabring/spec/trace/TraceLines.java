package org.sabring.spec.trace;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.TraceAccess;

/** The lines of one file, in whatever form it holds them. */
interface TraceLines extends Closeable {

  /** What the file says of itself. */
  TraceHeader header();

  /** The name of the file in messages. */
  String file();

  /** The next line of a trace of steps; null at the end. */
  @Nullable TraceAccess nextAccess() throws IOException;

  /** The next line of a history; null at the end. */
  @Nullable HistoryEvent nextOperation() throws IOException;
}

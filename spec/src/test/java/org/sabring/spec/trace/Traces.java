package org.sabring.spec.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Trace files in memory, for tests. */
public final class Traces {
  public static final String STEPS =
      "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"steps\",\"capacity\":4}";
  public static final String HISTORY =
      "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"history\",\"bound\":2}";

  private Traces() {}

  public static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public static TraceReader open(String text) throws IOException {
    return TraceReader.open(bytes(text), "t");
  }

  /** Reads all lines of a file, and answers how many came after the header. */
  public static int drain(InputStream in) throws IOException {
    try (TraceReader reader = TraceReader.open(in, "t")) {
      int count = 0;
      boolean steps = reader.header().kind() == TraceKind.STEPS;
      while ((steps ? reader.nextAccess() : reader.nextOperation()) != null) {
        count++;
      }
      return count;
    }
  }

  public static int drain(String text) throws IOException {
    return drain(bytes(text));
  }
}

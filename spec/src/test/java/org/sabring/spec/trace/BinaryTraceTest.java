package org.sabring.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.TraceAccess;

class BinaryTraceTest {
  private static final String EVERYTHING =
      """
      {"format":"sabring-trace","version":1,"kind":"steps","capacity":300,"cursors":"counting","complete":true,"source":"é"}
      {"thread":"main","access":"store","word":"write","value":4294967295}
      {"thread":"P","access":"store","word":"data","index":299,"value":-7,"mode":"plain"}
      {"thread":"P","access":"store","word":"data","index":1,"part":3,"value":0.25,"mode":"plain"}
      {"thread":"P","access":"store","word":"data","index":2,"value":"é\\n"}
      {"thread":"P","access":"store","word":"data","index":2,"value":9223372036854775807}
      {"thread":"P","access":"store","word":"data","index":2,"value":-0.0}
      {"thread":"P","access":"add","word":"write","value":-1,"by":-3,"mode":"volatile"}
      {"thread":"P","access":"add","word":"produced","value":7,"mode":"volatile"}
      {"thread":"P","access":"fence","mode":"release"}
      {"thread":"P","access":"notify","word":"write","woken":1}
      {"thread":"P","access":"notify","word":"write"}
      {"thread":"C","access":"wait","word":"write","expected":5,"result":"ok"}
      {"thread":"C","access":"wait","word":"write","expected":5,"result":"timed-out"}
      {"thread":"C","access":"load","word":"other","value":5}
      {"thread":"C","access":"wait","word":"write","expected":5}
      """;

  private static List<TraceAccess> read(byte[] file) throws IOException {
    List<TraceAccess> accesses = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "t")) {
      for (TraceAccess a = reader.nextAccess(); a != null; a = reader.nextAccess()) {
        accesses.add(withLine(a, 0));
      }
    }
    return accesses;
  }

  private static TraceAccess withLine(TraceAccess a, long line) {
    return new TraceAccess(
        line,
        a.thread(),
        a.kind(),
        a.place(),
        a.index(),
        a.part(),
        a.value(),
        a.element(),
        a.by(),
        a.result(),
        a.mode());
  }

  private static byte[] binary() throws IOException {
    byte[] json = EVERYTHING.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(json), "t");
        BinaryTraceWriter writer = new BinaryTraceWriter(reader.header(), bytes)) {
      for (TraceAccess a = reader.nextAccess(); a != null; a = reader.nextAccess()) {
        writer.write(a);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void holdsWhatTheLinesHold() throws IOException {
    assertThat(read(binary())).isEqualTo(read(EVERYTHING.getBytes(StandardCharsets.UTF_8)));
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(binary()), "t")) {
      assertThat(reader.header().ring().cursors()).isEqualTo(CursorKind.COUNTING);
    }
  }

  @Test
  void eitherFormMayBeCompressed() throws IOException {
    for (byte[] plain : List.of(binary(), EVERYTHING.getBytes(StandardCharsets.UTF_8))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(plain);
      }
      assertThat(read(bytes.toByteArray())).isEqualTo(read(plain));
      byte[] cut = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedTrace.class);
    }
  }

  /** Whatever becomes of the bytes, it is told as a malformed trace, or is another trace. */
  @Test
  void damagedFilesAreToldAsMalformed() throws IOException {
    byte[] whole = binary();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int malformed = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = whole.clone();
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      malformed += problem(bytes, seed) == null ? 0 : 1;
    }
    assertThat(malformed).as("seed %d", seed).isBetween(1_000, 20_000);
  }

  private static @Nullable String problem(byte[] bytes, long seed) throws IOException {
    try {
      read(bytes);
      return null;
    } catch (MalformedTrace e) {
      return e.getMessage();
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }
}

package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.Word;
import org.sabring.spec.scalar.Scalar;

/** The writer of traces and histories, in the format that {@link TraceReader} reads. */
public final class TraceWriter {

  private static final JsonFactory JSON =
      JsonFactory.builder().build().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

  private TraceWriter() {}

  /** Writes a whole trace of steps; the stream stays open. */
  public static void write(TraceHeader header, List<StepEvent> events, OutputStream out)
      throws IOException {
    writeAll(header, events, TraceWriter::write, out);
  }

  /** Writes a whole history; the stream stays open. */
  public static void writeHistory(TraceHeader header, List<HistoryEvent> events, OutputStream out)
      throws IOException {
    writeAll(header, events, TraceWriter::write, out);
  }

  private interface LineWriter<E> {
    void write(E event, JsonGenerator json) throws IOException;
  }

  private static <E> void writeAll(
      TraceHeader header, List<E> events, LineWriter<E> writer, OutputStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setRootValueSeparator(null);
      writeHeader(header, json);
      json.writeRaw('\n');
      for (E event : events) {
        writer.write(event, json);
        json.writeRaw('\n');
      }
    }
  }

  private static void writeHeader(TraceHeader header, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "sabring-trace");
    json.writeNumberField("version", 1);
    json.writeStringField("kind", header.kind().label());
    boolean steps = header.kind() == TraceKind.STEPS;
    CursorKind cursors = header.ring().cursors();
    if (steps) {
      json.writeNumberField("capacity", header.layout().capacity());
    }
    if (!steps || header.bound() != header.layout().capacity() - 1) {
      json.writeNumberField("bound", header.bound());
    }
    if (cursors != null) {
      json.writeStringField("cursors", cursors.label());
    }
    if (header.ring().fromMiddle()) {
      json.writeStringField("from", "middle");
    }
    json.writeStringField("profile", header.profile().label());
    json.writeBooleanField("complete", header.complete());
    json.writeStringField("source", header.source());
    if (header.overwrites()) {
      json.writeStringField("overwrites", "oldest");
    }
    if (!header.part().run().isEmpty()) {
      json.writeStringField("run", header.part().run());
    }
    if (!header.part().thread().isEmpty()) {
      json.writeStringField("thread", header.part().thread());
    }
    json.writeEndObject();
  }

  /** The first line of a file, without its end. */
  static byte[] header(TraceHeader header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writeHeader(header, json);
    }
    return bytes.toByteArray();
  }

  private static void write(HistoryEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("thread", event.caller().name());
    json.writeStringField("op", event.op().label());
    if (event.isGiving() || event.outcome() == Outcome.ELEMENT) {
      writeValues(event, json);
    } else if (event.op() == OperationKind.SKIP) {
      json.writeNumberField("n", event.most());
    } else if (event.isTaking() && event.most() != 1) {
      json.writeNumberField("max", event.most());
    }
    switch (event.outcome()) {
      case STORED -> writeStored(event, json);
      case REFUSED -> writeStored(event, json);
      case SKIPPED -> json.writeNumberField("taken", event.count());
      case COUNTED -> json.writeNumberField("value", event.count());
      case EMPTY -> json.writeBooleanField("empty", true);
      case END -> json.writeBooleanField("end", true);
      case NOTHING, DONE -> writeNothing(event, json);
      case ELEMENT, PENDING -> {}
    }
    json.writeFieldName("call");
    json.writeNumber(event.call().toString());
    if (event.hasReturn()) {
      json.writeFieldName("return");
      json.writeNumber(event.returned().toString());
    }
    json.writeEndObject();
  }

  private static void writeValues(HistoryEvent event, JsonGenerator json) throws IOException {
    if (event.values().size() == 1) {
      json.writeFieldName("value");
      write(event.value(), json);
      return;
    }
    json.writeArrayFieldStart("values");
    for (Scalar value : event.values()) {
      write(value, json);
    }
    json.writeEndArray();
  }

  private static void write(Scalar value, JsonGenerator json) throws IOException {
    String text = value.text();
    if (text == null) {
      json.writeRawValue(value.json());
    } else {
      json.writeString(text);
    }
  }

  /** All or nothing is a result; what came back short, or found no room for one, is a number. */
  private static void writeStored(HistoryEvent event, JsonGenerator json) throws IOException {
    boolean stored = event.outcome() == Outcome.STORED;
    int size = event.values().size();
    if (stored ? event.count() == size : event.most() == size) {
      json.writeBooleanField("result", stored);
    } else {
      json.writeNumberField("stored", stored ? event.count() : 0);
    }
  }

  private static void writeNothing(HistoryEvent event, JsonGenerator json) throws IOException {
    if (event.isGiving()) {
      json.writeBooleanField("result", true);
    } else if (event.op() == OperationKind.SKIP) {
      json.writeNumberField("taken", 0);
    } else if (event.isTaking()) {
      json.writeArrayFieldStart("values");
      json.writeEndArray();
    }
  }

  private static void write(StepEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("thread", event.side().letter());
    WaitResult result = event.result();
    writeAccess(event, event.access().label(), result == null ? null : result.label(), json);
    json.writeEndObject();
  }

  /**
   * Writes the fields of an access into an object that is open.
   *
   * @param access what it is called
   * @param result how a wait began or ended; null to leave it out
   */
  public static void writeAccess(
      StepEvent event, String access, @Nullable String result, JsonGenerator json)
      throws IOException {
    json.writeStringField("access", access);
    json.writeStringField("word", event.word().label());
    if (event.word() == Word.DATA) {
      json.writeNumberField("index", event.index());
    }
    String value =
        switch (event.access()) {
          case WAIT -> "expected";
          case NOTIFY -> "woken";
          default -> "value";
        };
    json.writeNumberField(value, event.value());
    if (result != null) {
      json.writeStringField("result", result);
    }
  }
}

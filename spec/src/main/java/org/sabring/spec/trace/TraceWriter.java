package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Word;

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
      json.writeStartObject();
      json.writeStringField("format", "sabring-trace");
      json.writeNumberField("version", 1);
      json.writeStringField("kind", header.kind().label());
      if (header.kind() == TraceKind.STEPS) {
        json.writeNumberField("capacity", header.layout().capacity());
      } else {
        json.writeNumberField("bound", header.bound());
      }
      json.writeStringField("profile", header.profile().label());
      json.writeBooleanField("complete", header.complete());
      json.writeStringField("source", header.source());
      json.writeEndObject();
      json.writeRaw('\n');
      for (E event : events) {
        writer.write(event, json);
        json.writeRaw('\n');
      }
    }
  }

  private static void write(HistoryEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("thread", event.side().letter());
    json.writeStringField("op", event.op().label());
    switch (event.outcome()) {
      case STORED -> writeOffered(event, true, json);
      case REFUSED -> writeOffered(event, false, json);
      case ELEMENT -> json.writeNumberField("value", event.value());
      case EMPTY -> json.writeBooleanField("empty", true);
      case END -> json.writeBooleanField("end", true);
      case DONE -> {}
      case PENDING -> {
        if (event.op() == OperationKind.PUT || event.op() == OperationKind.OFFER) {
          json.writeNumberField("value", event.value());
        }
      }
    }
    json.writeNumberField("call", event.call());
    if (event.hasReturn()) {
      json.writeNumberField("return", event.returned());
    }
    json.writeEndObject();
  }

  private static void writeOffered(HistoryEvent event, boolean result, JsonGenerator json)
      throws IOException {
    json.writeNumberField("value", event.value());
    json.writeBooleanField("result", result);
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

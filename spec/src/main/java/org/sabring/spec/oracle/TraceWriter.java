package org.sabring.spec.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sabring.spec.Word;

/** Writes a trace of steps in the format that {@link TraceReader} reads. */
public final class TraceWriter {

  private static final JsonFactory JSON =
      JsonFactory.builder().build().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

  private TraceWriter() {}

  /**
   * Writes the whole trace; the stream stays open.
   *
   * @throws IllegalStateException if the header is that of a history
   */
  public static void write(TraceHeader header, List<StepEvent> events, OutputStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setRootValueSeparator(null);
      json.writeStartObject();
      json.writeStringField("format", "sabring-trace");
      json.writeNumberField("version", 1);
      json.writeStringField("kind", header.kind().label());
      json.writeNumberField("capacity", header.layout().capacity());
      json.writeStringField("profile", header.profile().label());
      json.writeBooleanField("complete", header.complete());
      json.writeStringField("source", header.source());
      json.writeEndObject();
      json.writeRaw('\n');
      for (StepEvent event : events) {
        write(event, json);
      }
    }
  }

  private static void write(StepEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("thread", event.side().letter());
    json.writeStringField("access", event.access().label());
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
    if (event.result() != null) {
      json.writeStringField("result", event.result().label());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }
}

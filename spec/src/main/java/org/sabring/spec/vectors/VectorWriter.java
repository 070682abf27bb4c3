package org.sabring.spec.vectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.trace.TraceWriter;

/**
 * The writer of test vectors: schedules that cover a protocol, in the format that the README of
 * spec describes.
 */
public final class VectorWriter {

  private static final JsonFactory JSON =
      JsonFactory.builder().build().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

  /**
   * The size of what was written.
   *
   * @param states of the graph
   * @param edges of the graph, all of them covered
   * @param schedules how many there are
   * @param steps in all of them together
   */
  public record Written(int states, int edges, int schedules, int steps) {}

  private VectorWriter() {}

  /** Writes a whole file; the writer stays open. */
  public static Written write(Protocol protocol, Writer to) throws IOException {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(protocol));
    List<List<Integer>> schedules = Cover.of(graph);
    int steps = schedules.stream().mapToInt(List::size).sum();
    try (JsonGenerator json = JSON.createGenerator(to)) {
      json.setRootValueSeparator(null);
      json.writeStartObject();
      json.writeStringField("format", "sabring-vectors");
      json.writeNumberField("version", 1);
      json.writeNumberField("capacity", protocol.capacity());
      json.writeNumberField("items", protocol.items());
      json.writeStringField("profile", protocol.profile().label());
      json.writeNumberField("states", graph.states());
      json.writeNumberField("edges", graph.edges());
      json.writeNumberField("schedules", schedules.size());
      json.writeNumberField("steps", steps);
      json.writeEndObject();
      json.writeRaw('\n');
      for (int number = 1; number <= schedules.size(); number++) {
        json.writeStartObject();
        json.writeNumberField("schedule", number);
        json.writeNumberField("steps", schedules.get(number - 1).size());
        json.writeEndObject();
        json.writeRaw('\n');
        for (Vector one : VectorSchedule.of(graph, protocol.layout(), schedules.get(number - 1))) {
          write(one, json);
        }
      }
    }
    return new Written(graph.states(), graph.edges(), schedules.size(), steps);
  }

  private static void write(Vector one, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("thread", one.step().side().letter());
    Vector.Call call = one.call();
    if (call != null) {
      json.writeStringField("call", call.op());
      if (call.element() > 0) {
        json.writeNumberField("element", call.element());
      }
      if (call.timed()) {
        json.writeBooleanField("timed", true);
      }
    }
    json.writeStringField("step", one.step().name());
    TraceWriter.writeAccess(one.event(), one.access(), one.result(), json);
    Vector.Answer answer = one.returns();
    if (answer != null) {
      json.writeStringField("returns", answer.says());
      if (answer.says().equals("element")) {
        json.writeNumberField("element", answer.element());
      }
    }
    json.writeFieldName("memory");
    json.writeStartArray();
    for (int word : one.memory()) {
      json.writeNumber(word);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }
}

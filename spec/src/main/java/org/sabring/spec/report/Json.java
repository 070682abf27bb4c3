package org.sabring.spec.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;

/** Reading and writing of sabring's JSON documents. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(new SimpleModule().addSerializer(new InterleavingSerializer()));

  private Json() {}

  /** A document that says what it is: {@code "format"} and {@code "version"} come first. */
  public static ObjectNode document(String format) {
    return object().put("format", format).put("version", 1);
  }

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An array of the strings that the items print as. */
  public static ArrayNode strings(Collection<?> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(item.toString()));
    return array;
  }

  /**
   * A counterexample: {@code title}, {@code lines} with {@code side} (P, C or null), {@code text},
   * {@code memory} and {@code note}, and where a side may load what is not the newest store, {@code
   * views}; and {@code drawing}, the same as lines of text. Null if there is none.
   */
  public static JsonNode interleaving(@Nullable Interleaving how) {
    if (how == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode node = object().put("title", how.title());
    ArrayNode lines = node.putArray("lines");
    for (Interleaving.Line line : how.lines()) {
      ObjectNode one = lines.addObject();
      one.put("side", line.side() == null ? null : line.side().letter())
          .put("text", line.text())
          .put("memory", line.memory())
          .put("note", line.note());
      if (!line.views().isEmpty()) {
        one.set("views", views(line.views()));
      }
    }
    node.set("drawing", strings(how.draw()));
    return node;
  }

  /** What sides may load: {@code side}, {@code word} and {@code values}, the newest first. */
  static ArrayNode views(List<Interleaving.View> views) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Interleaving.View view : views) {
      array
          .addObject()
          .put("side", view.side().letter())
          .put("word", view.word())
          .set("values", strings(view.values()));
    }
    return array;
  }

  private static final class InterleavingSerializer extends StdSerializer<Interleaving> {
    InterleavingSerializer() {
      super(Interleaving.class);
    }

    @Override
    public void serialize(Interleaving how, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeTree(interleaving(how));
    }
  }

  /**
   * A record as an object with its components, and what holds records; a counterexample in it as
   * {@link #interleaving} has it.
   */
  public static JsonNode tree(Object records) {
    return MAPPER.valueToTree(records);
  }

  /** The document as text. */
  public static String write(JsonNode document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes that cannot be written", e);
    }
  }
}

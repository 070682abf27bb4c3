package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.scalar.Scalar;

/** The JSON of an element by itself. */
final class ScalarJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ScalarJson() {}

  /** What a text says; null if it is no JSON scalar. */
  static @Nullable Scalar parse(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      JsonField field = new JsonField();
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      field.keep(token, false, parser);
      return token.isScalarValue() && parser.nextToken() == null ? field.scalar() : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** An element as JSON writes it. */
  static String write(Scalar scalar) throws IOException {
    String text = scalar.text();
    if (text == null) {
      return scalar.json();
    }
    StringWriter json = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(json)) {
      generator.writeString(text);
    }
    return json.toString();
  }
}

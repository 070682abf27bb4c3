package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The value of one JSON key: reused from line to line. */
final class JsonField {
  /** Its type; null when the line does not have the key. */
  @Nullable JsonToken token;

  /** Its value, if it is an integer. */
  long number;

  /** Its value, if it is a string. */
  String text = "";

  void clear() {
    token = null;
  }

  void keep(JsonToken value, JsonParser parser) throws IOException {
    token = value;
    if (value == JsonToken.VALUE_STRING) {
      text = parser.getText();
    } else if (value == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        token = JsonToken.VALUE_NUMBER_FLOAT; // no number that a trace can hold
      } else {
        number = parser.getLongValue();
      }
    }
  }
}

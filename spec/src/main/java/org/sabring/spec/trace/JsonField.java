package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.scalar.Scalar;

/** The value of one JSON key on the current line: reused from line to line. */
final class JsonField {
  /**
   * Its type; null when the line does not have the key. A number is {@code VALUE_NUMBER_INT} if a
   * {@code long} can hold it, otherwise (1.5, 2^64, -0) {@code VALUE_NUMBER_FLOAT}.
   */
  @Nullable JsonToken token;

  /** Its value, if it is an integer that a {@code long} can hold. */
  long number;

  /** Its value, if it is a string; as it is written, if it is any other number. */
  String text = "";

  /** Its elements, if it is an array of nothing but scalars. */
  @Nullable List<Scalar> list;

  void clear() {
    token = null;
    list = null;
  }

  /** Keeps a value that the parser is at; of an object nothing, of an array what is to be kept. */
  void keep(JsonToken value, boolean array, JsonParser parser) throws IOException {
    token = value;
    switch (value) {
      case VALUE_STRING -> text = parser.getText();
      case VALUE_NUMBER_FLOAT -> text = parser.getText();
      case VALUE_NUMBER_INT -> {
        boolean big = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        number = big ? 0 : parser.getLongValue();
        if (number == 0) { // perhaps -0
          text = parser.getText();
          token = text.equals("0") ? value : JsonToken.VALUE_NUMBER_FLOAT;
        }
      }
      case START_ARRAY -> {
        if (array) {
          keepList(parser);
        }
      }
      default -> {}
    }
  }

  private void keepList(JsonParser parser) throws IOException {
    List<Scalar> elements = new ArrayList<>();
    JsonField element = new JsonField();
    boolean scalars = true;
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      element.keep(next, false, parser);
      Scalar scalar = element.scalar();
      scalars &= scalar != null;
      if (scalar != null) {
        elements.add(scalar);
      }
      parser.skipChildren();
    }
    list = scalars ? elements : null;
  }

  /** Its value; null if it is no scalar. */
  @Nullable Scalar scalar() {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return Scalar.of(number);
    }
    return token == null
        ? null
        : switch (token) {
          case VALUE_NUMBER_FLOAT -> Scalar.parse(text);
          case VALUE_STRING -> Scalar.of(text);
          case VALUE_TRUE -> Scalar.TRUE;
          case VALUE_FALSE -> Scalar.FALSE;
          case VALUE_NULL -> Scalar.NULL;
          default -> null;
        };
  }
}

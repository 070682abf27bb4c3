package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;

/** The JSON object on the current line of a {@link LineSource}: the values of its known keys. */
final class JsonLine {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              // A line is bounded already; within it, unknown keys may hold anything.
              StreamReadConstraints.builder()
                  .maxNumberLength(LineSource.MAX_LINE)
                  .maxNameLength(LineSource.MAX_LINE)
                  .maxNestingDepth(LineSource.MAX_LINE)
                  .build())
          .build();

  private final LineSource source;
  private final Map<Key, JsonField> fields = new EnumMap<>(Key.class);
  private final PlainLine plain;
  private final Set<String> extras = new HashSet<>();
  private String thread = "";

  JsonLine(LineSource source) {
    this.source = source;
    for (Key key : Key.values()) {
      fields.put(key, new JsonField());
    }
    plain = new PlainLine(fields);
  }

  /** Goes on to the next line; false at the end of the file. */
  boolean next() throws IOException {
    if (!source.next()) {
      return false;
    }
    if (!plain.read(source.buffer(), source.start(), source.length())) {
      parse();
    }
    if (!thread.isEmpty() && !has(Key.THREAD)) {
      JsonField assumed = field(Key.THREAD);
      assumed.token = JsonToken.VALUE_STRING;
      assumed.text = thread;
    }
    return true;
  }

  /** Lines that name no thread are that thread's. */
  void assumeThread(String name) {
    thread = name;
  }

  /** The slow path, for lines that are not plain. */
  private void parse() throws IOException {
    extras.clear();
    try (JsonParser parser = parser()) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        Key key = Key.BY_LABEL.get(name);
        if (key == null ? !extras.add(name) : has(key)) {
          throw source.error(
              column(parser), MalformedTrace.quoted(name) + " twice", "each key once");
        }
        JsonToken token = parser.nextToken();
        if (key != null) {
          field(key).keep(token, true, parser);
        }
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw source.error(column(parser), "more after the object", "one object a line");
      }
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  private JsonParser parser() throws IOException {
    return JSON.createParser(source.buffer(), source.start(), source.length());
  }

  private JsonField field(Key key) {
    return Objects.requireNonNull(fields.get(key));
  }

  private MalformedTrace notJson(JsonProcessingException e) {
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    if (!source.isEnded() && (e instanceof JsonEOFException || source.isWordFrom(column))) {
      return source.truncated(column);
    }
    String reason =
        e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll(" \\((for|start marker) .*", "");
    return source.error(column, "what is no JSON (" + reason + ")", "a JSON object");
  }

  /** Whether the line has the key, with whatever value. */
  boolean has(Key key) {
    return field(key).token != null;
  }

  /** The value of a key that is one of a few strings. */
  <E> E oneOf(Key key, Map<String, E> choices) throws IOException {
    return oneOf(key, choices, "");
  }

  /** The value of a key that is one of a few strings; an error also says why. */
  <E> E oneOf(Key key, Map<String, E> choices, String why) throws IOException {
    JsonField field = field(key);
    E choice = field.token == JsonToken.VALUE_STRING ? choices.get(field.text) : null;
    if (choice == null) {
      String all =
          choices.keySet().stream().map(MalformedTrace::quoted).collect(Collectors.joining(", "));
      throw unexpected(key, (choices.size() == 1 ? all : "one of " + all) + why);
    }
    return choice;
  }

  /** The value of a key that is an integer, both ends included. */
  long integer(Key key, long min, long max) throws IOException {
    JsonField field = field(key);
    long number = field.number;
    if (field.token != JsonToken.VALUE_NUMBER_INT || number < min || number > max) {
      throw unexpected(key, min == max ? Long.toString(min) : "an integer in " + min + ".." + max);
    }
    return number;
  }

  /** The value of a key that is an Int32. */
  int int32(Key key) throws IOException {
    return (int) integer(key, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The value of a key that is true or false. */
  boolean flag(Key key) throws IOException {
    JsonToken token = field(key).token;
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw unexpected(key, "true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** The value of a key that is true or false, and false when it is missing. */
  boolean flagOrFalse(Key key) throws IOException {
    return has(key) && flag(key);
  }

  /** The value of a key that is any string. */
  String text(Key key) throws IOException {
    JsonField field = field(key);
    if (field.token != JsonToken.VALUE_STRING) {
      throw unexpected(key, "a string");
    }
    return field.text;
  }

  /** The value of a key that is any scalar. */
  Scalar scalar(Key key) throws IOException {
    Scalar scalar = field(key).scalar();
    if (scalar == null) {
      throw unexpected(key, "a number, a string, true, false or null");
    }
    return scalar;
  }

  /** The value of a key that is an array of scalars. */
  List<Scalar> scalars(Key key) throws IOException {
    List<Scalar> list = field(key).list;
    if (list == null) {
      throw unexpected(key, "an array of numbers, strings, true, false or null");
    }
    return list;
  }

  /** The value of a key that is a time: any number. */
  Moment moment(Key key) throws IOException {
    JsonField field = field(key);
    if (field.token == JsonToken.VALUE_NUMBER_INT) {
      return Moment.of(field.number);
    }
    if (field.token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw unexpected(key, "a number");
    }
    return Moment.parse(field.text);
  }

  /** An error at the value of a key, or about its absence; the line is parsed again to show it. */
  MalformedTrace unexpected(Key key, String expected) throws IOException {
    try (JsonParser parser = parser()) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean here = parser.currentName().equals(key.label());
        JsonToken token = parser.nextToken();
        if (here) {
          return source.error(column(parser), shown(token, parser), expected);
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      return notJson(e);
    }
    return source.error(0, "no " + MalformedTrace.quoted(key.label()), expected);
  }

  /** An error about the line as a whole. */
  MalformedTrace error(String found, String expected) {
    return source.error(0, found, expected);
  }

  /** The number of the line, from 1. */
  long number() {
    return source.number();
  }

  private static int column(JsonParser parser) {
    return parser.currentTokenLocation().getColumnNr();
  }

  private static String shown(JsonToken token, JsonParser parser) throws IOException {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> MalformedTrace.quoted(parser.getText());
      default -> MalformedTrace.shortened(parser.getText());
    };
  }
}

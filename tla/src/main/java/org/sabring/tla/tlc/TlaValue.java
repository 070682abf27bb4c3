package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parser of values as TLC prints them: records and functions become maps, tuples and sets
 * lists, and all else its text, strings without their quotes.
 */
final class TlaValue {

  private final String text;
  private int at;

  private TlaValue(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The value that the text is. */
  static Object parse(String text) {
    return parse(text, 0);
  }

  /** The value that begins at that place of the text; what follows it does not matter. */
  static Object parse(String text, int from) {
    return new TlaValue(text, from).value();
  }

  private Object value() {
    skipSpace();
    if (skip("<<")) {
      return list(">>");
    }
    if (skip("{")) {
      return list("}");
    }
    if (skip("[")) {
      return map("|->", ",", "]");
    }
    if (skip("(")) {
      return map(":>", "@@", ")");
    }
    return skip("\"") ? string() : word();
  }

  private List<Object> list(String end) {
    List<Object> values = new ArrayList<>();
    while (!skip(end)) {
      values.add(value());
      skip(",");
    }
    return values;
  }

  private Map<String, Object> map(String arrow, String comma, String end) {
    Map<String, Object> entries = new LinkedHashMap<>();
    while (!skip(end)) {
      String key = value().toString();
      if (!skip(arrow)) {
        throw expected(arrow);
      }
      entries.put(key, value());
      skip(comma);
    }
    return entries;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      string.append(text.charAt(at++));
    }
    at++;
    return string.toString();
  }

  private String word() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isSign(at))) {
      at++;
    }
    if (at == from) {
      throw expected("a value");
    }
    return text.substring(from, at);
  }

  private boolean isSign(int place) {
    return text.charAt(place) == '_' || text.charAt(place) == '-';
  }

  private boolean skip(String token) {
    skipSpace();
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "expected " + what + " at " + at + " of the TLA+ value " + text);
  }
}

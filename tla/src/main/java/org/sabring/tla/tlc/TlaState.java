package org.sabring.tla.tlc;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state as TLC prints it: {@code /\ variable = value}, one conjunct a line.
 *
 * @param action the action that led here, without the prefix by which a control tells its own
 *     actions apart; empty for the first state
 * @param variables the values in the common form: see {@link org.sabring.spec.law.StateGraph}
 */
record TlaState(String action, TreeMap<String, String> variables) {

  private static final Pattern CONJUNCT =
      Pattern.compile("/\\\\ (\\w+) = (.*?)(?=\\s*(?:/\\\\ \\w+ = |$))", Pattern.DOTALL);
  private static final Pattern ARRAY = Pattern.compile("\\(\\s*\\d+ :> .*", Pattern.DOTALL);
  private static final Pattern FUNCTION_ENTRY = Pattern.compile("(\\d+) :> ([^@)]+)");
  private static final Pattern CONTROL_PREFIX = Pattern.compile("^(Mutant|Apart)");

  static TlaState parse(String action, String text) {
    TreeMap<String, String> variables = new TreeMap<>();
    Matcher conjunct = CONJUNCT.matcher(text.strip());
    while (conjunct.find()) {
      variables.put(conjunct.group(1), value(conjunct.group(2).strip()));
    }
    if (variables.isEmpty()) {
      throw new IllegalArgumentException("not a state: " + text);
    }
    return new TlaState(CONTROL_PREFIX.matcher(action).replaceFirst(""), variables);
  }

  /** Numbers as they are, strings without quotes, functions on 0..n as their values in order. */
  private static String value(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    if (ARRAY.matcher(text).matches()) {
      TreeMap<Integer, String> values = new TreeMap<>();
      Matcher entry = FUNCTION_ENTRY.matcher(text);
      while (entry.find()) {
        values.put(Integer.valueOf(entry.group(1)), entry.group(2).strip());
      }
      return values.values().toString();
    }
    return text;
  }
}

package org.sabring.tla.tlc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that TLC prints with {@code -tool}.
 *
 * @param code its number, see {@code tlc2.output.EC} in TLC
 * @param isError whether TLC calls it an error
 * @param text TLC's words
 */
record TlcMessage(int code, boolean isError, String text) {

  static final int INVARIANT_INITIALLY = 2107;
  static final int INVARIANT = 2110;
  static final int ACTION_PROPERTY = 2112;
  static final int TEMPORAL = 2116;
  static final int BEHAVIOUR_FOLLOWS = 2121;
  static final int COUNTEREXAMPLE_FOLLOWS = 2264;
  static final int BACK_TO = 2122;
  static final int SUCCESS = 2193;
  static final int DEPTH = 2194;
  static final int STATISTICS = 2199;
  static final int STATE = 2217;

  private static final Pattern MESSAGE =
      Pattern.compile(
          "@!@!@STARTMSG (\\d+):(\\d) @!@!@\\R(.*?)\\R?@!@!@ENDMSG \\1 @!@!@", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");
  private static final Pattern NAMED = Pattern.compile("(?:Invariant|Action property) (\\w+) is");
  private static final Pattern STATE_HEAD =
      Pattern.compile("\\d+: <(?:Initial predicate|(\\w+).*?)>\\R(.*)", Pattern.DOTALL);

  /** All messages in what TLC printed, in order. */
  static List<TlcMessage> in(String output) {
    return MESSAGE
        .matcher(output)
        .results()
        .map(
            found ->
                new TlcMessage(
                    Integer.parseInt(found.group(1)),
                    found.group(2).equals("1"),
                    found.group(3).strip()))
        .toList();
  }

  /** What TLC printed besides its messages. */
  static String outside(String output) {
    return MESSAGE.matcher(output).replaceAll("");
  }

  /** Whether it says that an invariant is violated. */
  boolean isInvariantViolated() {
    return code == INVARIANT || code == INVARIANT_INITIALLY;
  }

  /** The numbers in it. */
  List<Long> numbers() {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> Long.valueOf(found.group().replace(",", "")))
        .toList();
  }

  /** The property that it names as violated. */
  Optional<String> violated() {
    Matcher named = NAMED.matcher(text);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** The state that it tells, if it tells one. */
  Optional<TlaState> state() {
    Matcher state = STATE_HEAD.matcher(text);
    if (code != STATE || !state.matches()) {
      return Optional.empty();
    }
    String action = state.group(1) == null ? "" : state.group(1);
    return Optional.of(TlaState.parse(action, state.group(2)));
  }
}

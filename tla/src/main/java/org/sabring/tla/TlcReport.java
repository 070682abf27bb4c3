package org.sabring.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What TLC said in one run, read from the messages that it prints with {@code -tool}: each has a
 * number, see {@code tlc2.output.EC} in TLC.
 *
 * @param outcome what became of the run
 * @param message TLC's own words for it
 * @param violated the name of the violated property as far as TLC tells it: it does not name
 *     temporal properties, and of an instance it tells the line
 * @param states distinct states found
 * @param generated states generated
 * @param depth depth of the search, if it came to an end
 * @param trace the behaviour that violates, in order
 * @param loop where a behaviour that goes on for ever returns to, as an index into the trace
 */
record TlcReport(
    Outcome outcome,
    String message,
    @Nullable String violated,
    long states,
    long generated,
    int depth,
    List<TlaState> trace,
    OptionalInt loop) {

  enum Outcome {
    HOLDS,
    INVARIANT_VIOLATED,
    PROPERTY_VIOLATED,
    /** It did not come to an end, or TLC could not read or evaluate the model. */
    BROKEN
  }

  private static final int INVARIANT_INITIALLY = 2107;
  private static final int INVARIANT = 2110;
  private static final int ACTION_PROPERTY = 2112;
  private static final int TEMPORAL = 2116;
  private static final int BEHAVIOUR_FOLLOWS = 2121;
  private static final int COUNTEREXAMPLE_FOLLOWS = 2264;
  private static final int BACK_TO = 2122;
  private static final int SUCCESS = 2193;
  private static final int DEPTH = 2194;
  private static final int STATISTICS = 2199;
  private static final int STATE = 2217;

  private static final Pattern MESSAGE =
      Pattern.compile(
          "@!@!@STARTMSG (\\d+):(\\d) @!@!@\\R(.*?)\\R?@!@!@ENDMSG \\1 @!@!@", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("(?:Invariant|Action property) (\\w+) is");
  private static final Pattern STATE_HEAD =
      Pattern.compile("\\d+: <(?:Initial predicate|(\\w+).*?)>\\R(.*)", Pattern.DOTALL);

  /** Whether TLC has seen all there is to see. */
  boolean isFinished() {
    return outcome == Outcome.HOLDS;
  }

  static TlcReport parse(String output) {
    Outcome outcome = Outcome.BROKEN;
    String message = "TLC ended without saying how";
    String violated = null;
    long states = 0;
    long generated = 0;
    int depth = 0;
    boolean error = false;
    OptionalInt loop = OptionalInt.empty();
    List<TlaState> trace = new ArrayList<>();
    Matcher messages = MESSAGE.matcher(output);
    while (messages.find()) {
      int code = Integer.parseInt(messages.group(1));
      String text = messages.group(3);
      switch (code) {
        case SUCCESS -> {
          outcome = Outcome.HOLDS;
          message = "no error found";
        }
        case INVARIANT, INVARIANT_INITIALLY, ACTION_PROPERTY, TEMPORAL -> {
          error = true;
          outcome =
              code == INVARIANT || code == INVARIANT_INITIALLY
                  ? Outcome.INVARIANT_VIOLATED
                  : Outcome.PROPERTY_VIOLATED;
          message = text.strip();
          Matcher named = NAMED.matcher(text);
          violated = named.find() ? named.group(1) : null;
        }
        case STATE -> {
          Matcher state = STATE_HEAD.matcher(text);
          if (state.matches()) {
            String action = state.group(1) == null ? "" : state.group(1);
            trace.add(TlaState.parse(action, state.group(2)));
          }
        }
        case BACK_TO -> loop = OptionalInt.of(numbers(text).get(0).intValue() - 1);
        case DEPTH -> depth = numbers(text).get(0).intValue();
        case STATISTICS -> {
          generated = numbers(text).get(0);
          states = numbers(text).get(1);
        }
        case BEHAVIOUR_FOLLOWS, COUNTEREXAMPLE_FOLLOWS -> {}
        default -> {
          if (messages.group(2).equals("1") && !error) {
            error = true;
            outcome = Outcome.BROKEN;
            message = text.strip();
          }
        }
      }
    }
    return new TlcReport(outcome, message, violated, states, generated, depth, trace, loop);
  }

  private static List<Long> numbers(String text) {
    return Pattern.compile("\\d[\\d,]*")
        .matcher(text)
        .results()
        .map(found -> Long.valueOf(found.group().replace(",", "")))
        .toList();
  }
}

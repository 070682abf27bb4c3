package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: what TLC said in it.
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
    for (TlcMessage said : TlcMessage.in(output)) {
      switch (said.code()) {
        case TlcMessage.SUCCESS -> {
          outcome = Outcome.HOLDS;
          message = "no error found";
        }
        case TlcMessage.INVARIANT,
            TlcMessage.INVARIANT_INITIALLY,
            TlcMessage.ACTION_PROPERTY,
            TlcMessage.TEMPORAL -> {
          error = true;
          outcome =
              said.isInvariantViolated() ? Outcome.INVARIANT_VIOLATED : Outcome.PROPERTY_VIOLATED;
          message = said.text();
          violated = said.violated().orElse(null);
        }
        case TlcMessage.STATE -> said.state().ifPresent(trace::add);
        case TlcMessage.BACK_TO -> loop = OptionalInt.of(said.numbers().get(0).intValue() - 1);
        case TlcMessage.DEPTH -> depth = said.numbers().get(0).intValue();
        case TlcMessage.STATISTICS -> {
          generated = said.numbers().get(0);
          states = said.numbers().get(1);
        }
        case TlcMessage.BEHAVIOUR_FOLLOWS, TlcMessage.COUNTEREXAMPLE_FOLLOWS -> {}
        default -> {
          if (said.isError() && !error) {
            error = true;
            outcome = Outcome.BROKEN;
            message = said.text();
          }
        }
      }
    }
    return new TlcReport(outcome, message, violated, states, generated, depth, trace, loop);
  }
}

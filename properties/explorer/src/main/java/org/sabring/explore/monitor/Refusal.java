package org.sabring.explore.monitor;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sabring.explore.Operation;
import org.sabring.explore.Operation.Threw;
import org.sabring.explore.PropertyViolation;

/**
 * The explanation of a violation: an answer that no order of the calls explains.
 *
 * @param order which orders there are
 * @param right the answers that the model would give
 * @param mayBeUntouched whether the call's having done nothing would explain all else that was
 *     heard
 */
record Refusal(
    Contract<?> contract,
    Order order,
    int side,
    Object call,
    Set<Object> right,
    boolean mayBeUntouched) {

  /** Which orders of the calls there are to be. */
  enum Order {
    /** One that keeps their times. */
    OF_TIME("not linearizable", "in any order that keeps their times"),
    /** One that keeps each side's own. */
    OF_PROGRAM("not sequentially consistent", "in any order that keeps each side's own"),
    /** One for each side, that keeps each side's own. */
    OF_EACH(
        "not explained by stores that are seen late",
        "in any order that keeps each side's own, but for calls of other sides that have changed"
            + " nothing");

    private final String found;
    private final String how;

    Order(String found, String how) {
      this.found = found;
      this.how = how;
    }

    PropertyViolation breach(String what, String instead) {
      return new PropertyViolation(
          "%s: %s; with the calls so far %s, %s".formatted(found, what, how, instead));
    }
  }

  Refusal {
    if (mayBeUntouched) {
      right =
          Stream.concat(right.stream(), contract.misses(call).stream()).collect(Collectors.toSet());
    }
  }

  /** The breach that is this answer. */
  PropertyViolation of(Object answer) {
    String said = contract.name().apply(side) + "'s " + call + " " + said(answer);
    return order.breach(said, contract.model() + " " + expected() + hint(PlainAnswer.of(answer)));
  }

  private String said(Object answer) {
    if (answer instanceof Threw threw) {
      return threw.toString();
    }
    boolean hasNoAnswer = answer.equals(Operation.DONE) && right.isEmpty();
    return hasNoAnswer ? "has returned" : "returned " + text(answer);
  }

  private String expected() {
    if (right.isEmpty()) {
      return "waits";
    }
    return right.stream().map(Refusal::text).collect(Collectors.toCollection(TreeSet::new)).stream()
        .collect(Collectors.joining(" or ", "answers ", ""));
  }

  private static String text(Object answer) {
    return answer.equals(Operation.DONE) ? "null" : answer.toString();
  }

  /** The declaration that would make the answer right, if one would. */
  private String hint(Object answer) {
    if (!mayBeUntouched || right.isEmpty()) {
      return "";
    }
    String method = MethodCall.methodOf(call);
    if (contract.model().isMiss(call, answer)) {
      return "; if that may be said at any time while others are at work, declare relaxed(%s, %s)"
          .formatted(quoted(method), text(answer));
    }
    if (contract.model().isQuery(call) && !(answer instanceof Threw)) {
      return "; if it is only an estimate, declare estimate(%s)".formatted(quoted(method));
    }
    return "";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}

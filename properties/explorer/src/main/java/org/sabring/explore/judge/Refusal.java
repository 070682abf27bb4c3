package org.sabring.explore.judge;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sabring.explore.Breach;
import org.sabring.explore.Operation;
import org.sabring.explore.Operation.Threw;

/**
 * What a finding says of an answer that is not linearizable.
 *
 * @param possible the configurations before the call returned, with all that they may become
 */
record Refusal<S>(Contract<S> contract, int side, Object call, Set<Configuration<S>> possible) {

  /** The breach that is this answer. */
  Breach of(Object answer) {
    Set<Object> right =
        possible.stream()
            .map(one -> one.answer(side))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (mayBeUntouched()) {
      right.addAll(contract.misses(call));
    }
    String found = contract.name().apply(side) + "'s " + call + " " + said(answer, right);
    return new Breach(
        ("not linearizable: %s; with the calls so far in any order that keeps their times, "
                + "%s %s%s")
            .formatted(
                found, contract.model(), expected(right), hint(PlainAnswer.of(answer), right)));
  }

  private static String said(Object answer, Set<Object> right) {
    if (answer instanceof Threw threw) {
      return threw.toString();
    }
    boolean hasNoAnswer = answer.equals(Operation.DONE) && right.isEmpty();
    return hasNoAnswer ? "has returned" : "returned " + text(answer);
  }

  private static String expected(Set<Object> right) {
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
  private String hint(Object answer, Set<Object> right) {
    if (!mayBeUntouched() || right.isEmpty()) {
      return "";
    }
    String method = Call.methodOf(call);
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

  /** Whether the call's having done nothing would explain all that was heard of before. */
  private boolean mayBeUntouched() {
    return possible.stream().anyMatch(one -> one.isUntouched(side));
  }
}

package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Execution.Ahead;

/**
 * The record of a run: the accesses that it makes, with the answers that it gets from an earlier
 * run or ahead of its turn, and where it stops for want of one.
 */
final class Recorded {

  /** A run that is answered ahead stops after so many answers: it may go round. */
  private static final int FORESEEN = 256;

  private final int given;
  private final Ahead ahead;
  private List<Access> asked;
  private long[] answers;
  private int at;
  private @Nullable Access pending;
  private @Nullable SourceLine line;
  private int alias = -1;
  private @Nullable List<Object> fingerprint;
  private final List<Object> said = new ArrayList<>();

  Recorded(List<Access> asked, long[] answers, Ahead ahead) {
    this.asked = asked;
    this.answers = answers;
    this.given = answers.length;
    this.ahead = ahead;
  }

  /** How many accesses have got an answer. */
  int count() {
    return at;
  }

  boolean isAtEnd() {
    return at == answers.length;
  }

  boolean isStopped() {
    return pending != null || alias >= 0;
  }

  /** Whether there is an answer for the next access; if not, the run is to stop there. */
  boolean hasAnswer(Access access) {
    if (isAtEnd() && !isForeseen(access)) {
      pending = access;
      line = SourceLine.now();
      return false;
    }
    return true;
  }

  /** An answer that is given ahead is one more in the record. */
  private boolean isForeseen(Access access) {
    boolean many = at - given >= FORESEEN;
    Long foreseen = many || !said.isEmpty() ? null : ahead.answer(access);
    if (foreseen == null) {
      return false;
    }
    asked = Execution.longer(asked, access);
    answers = Execution.longer(answers, foreseen);
    return true;
  }

  /** The access that the earlier run made here. */
  Access expected() {
    return asked.get(at);
  }

  long next() {
    said.clear();
    return answers[at++];
  }

  void say(Object what) {
    said.add(what);
  }

  void looksLike(List<Object> parts) {
    fingerprint = List.copyOf(parts);
  }

  /** The code has come back to where it was before, after so many accesses. */
  void isBackAt(int count) {
    alias = count;
  }

  Execution.Run end(
      @Nullable Object value, @Nullable Throwable thrown, List<Integer> garbage, boolean escaped) {
    return new Execution.Run(
        asked,
        Arrays.stream(answers, given, at).boxed().toList(),
        pending,
        line,
        alias,
        value,
        thrown,
        List.copyOf(said),
        fingerprint,
        garbage,
        escaped);
  }
}

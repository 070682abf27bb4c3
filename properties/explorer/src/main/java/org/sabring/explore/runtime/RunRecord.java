package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a run: the accesses that it makes, with the answers that it gets from an earlier
 * run or ahead of its turn, and where it stops for want of one.
 */
public final class RunRecord {

  /**
   * How a run ended.
   *
   * @param asked the accesses that it has made, all with an answer
   * @param foreseen the answers that were not in the record but given ahead
   * @param pending the access that it was stopped at; null if it came to its end, or came back
   * @param line where in the source that is
   * @param alias if it came back to where it was before: after how many accesses; else negative
   * @param value what the code returned
   * @param thrown what it threw
   * @param said what it told the monitor since the last answer
   * @param fingerprint what the event loop is made of that it was stopped in; null if in a task
   * @param garbage locations of objects that it made and that nobody can reach any more
   * @param escaped whether others may reach an object that it made
   */
  public record Run(
      List<Access> asked,
      List<Long> foreseen,
      @Nullable Access pending,
      @Nullable SourceLine line,
      int alias,
      @Nullable Object value,
      @Nullable Throwable thrown,
      List<Object> said,
      @Nullable List<Object> fingerprint,
      List<Integer> garbage,
      boolean escaped) {}

  /** Answers accesses that no other side can see: the run need not stop at them. */
  public interface Ahead {

    /** Nobody answers: the run stops at its next access. */
    Ahead NEVER = access -> null;

    /** The answer; null if the access has to wait for its turn. */
    @Nullable Long answer(Access access);
  }

  /** Leaves the code at an access that has no answer yet. */
  static final class Stop extends Error {
    private static final long serialVersionUID = 1L;

    private Stop() {
      super("the explorer stopped the call here", null, false, false);
    }
  }

  private static final String SAME =
      "what it does may depend on what it shares with others, and on nothing else";

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
  private boolean learned;
  private @Nullable Refused refused;
  private @Nullable List<Object> fingerprint;
  private final List<Object> said = new ArrayList<>();

  RunRecord(List<Access> asked, long[] answers, Ahead ahead) {
    this.asked = asked;
    this.answers = answers;
    this.given = answers.length;
    this.ahead = ahead;
  }

  /** How many accesses have got an answer. */
  int count() {
    return at;
  }

  /** Whether the next access is not in it. */
  boolean isAtEnd() {
    return at == answers.length;
  }

  /** Whether the next access will be the one that the run is stopped at. */
  boolean isNext() {
    return isAtEnd() && !isStopped();
  }

  /** Whether it stopped at an access, or where it was before. */
  private boolean isPending() {
    return pending != null || alias >= 0;
  }

  /** Whether the code is on its way out, whatever the reason. */
  boolean isStopped() {
    return isPending() || learned || refused != null;
  }

  void checkGoing() {
    if (isStopped()) {
      throw new Stop();
    }
  }

  /** More is known of the locations: what comes after that may be wrong. */
  Stop learned() {
    learned = true;
    return new Stop();
  }

  void refused(Refused why) {
    refused = why;
  }

  /** Throws the refusal, whoever has caught it. */
  void checkRefused() {
    if (refused != null) {
      throw refused;
    }
  }

  /** The code has come back to where it was before, after so many accesses. */
  Stop isBackAt(int count) {
    alias = count;
    return new Stop();
  }

  /** The answer of an access. */
  long answer(Access access) {
    checkGoing();
    if (isAtEnd() && !isForeseen(access)) {
      pending = access;
      line = SourceLine.now();
      throw new Stop();
    }
    if (!access.equals(asked.get(at))) {
      throw Refused.of(
          "the call is not deterministic: access %d was %s, and with the same answers is %s"
              .formatted(at + 1, asked.get(at), access),
          SAME);
    }
    said.clear();
    return answers[at++];
  }

  /** An answer that is given ahead is one more in the record. */
  private boolean isForeseen(Access access) {
    boolean many = at - given >= FORESEEN;
    Long foreseen = many || !said.isEmpty() ? null : ahead.answer(access);
    if (foreseen == null) {
      return false;
    }
    asked = longer(asked, access);
    answers = longer(answers, foreseen);
    return true;
  }

  void say(Object what) {
    checkGoing();
    said.add(what);
  }

  void looksLike(List<Object> parts) {
    fingerprint = List.copyOf(parts);
  }

  /** How the run ended, whatever it made of its objects. */
  Run end(@Nullable Object value, @Nullable Throwable thrown, Identities objects) {
    checkRefused();
    if (learned) {
      throw new Execution.Learned();
    }
    if (!isPending() && !isAtEnd()) {
      throw Refused.at(
          asked.get(at).toString(),
          "the call is not deterministic: with the same answers it now ends before that",
          SAME);
    }
    boolean keeps = isPending() || objects.haveEscaped();
    return new Run(
        asked,
        Arrays.stream(answers, given, at).boxed().toList(),
        pending,
        line,
        alias,
        isPending() ? null : value,
        isPending() ? null : thrown,
        List.copyOf(said),
        fingerprint,
        keeps ? List.of() : objects.locations(),
        objects.haveEscaped());
  }

  /** A record that is one answer longer. */
  public static long[] longer(long[] record, long answer) {
    long[] longer = Arrays.copyOf(record, record.length + 1);
    longer[record.length] = answer;
    return longer;
  }

  /** A record that is one access longer. */
  public static List<Access> longer(List<Access> record, Access access) {
    List<Access> longer = new ArrayList<>(record.size() + 1);
    longer.addAll(record);
    longer.add(access);
    return longer;
  }
}

package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is run again: the accesses that it has already made are answered from the
 * record of their answers, and at the next one it is stopped.
 */
final class Playback {

  private List<Access> asked = List.of();
  private int[] answers = new int[0];
  private int at;
  private @Nullable Access pending;
  private final List<Object> said = new ArrayList<>();

  /** From now on an operation is run again: these accesses were asked, and so answered. */
  void play(List<Access> accesses, int[] record) {
    asked = accesses;
    answers = record;
    at = 0;
    pending = null;
    said.clear();
  }

  /** The access that the operation was stopped at; null if it came to its end. */
  @Nullable Access pending() {
    return pending;
  }

  /** How many answers the operation has asked for. */
  int answered() {
    return at;
  }

  /** Whether the next access will be the one that it is stopped at. */
  boolean isAtEnd() {
    return pending == null && at == answers.length;
  }

  /** What the operation has said since the last answer that it got. */
  List<Object> said() {
    return List.copyOf(said);
  }

  /** What the operation says; nothing is heard of what it does on its way out. */
  void say(Object what) {
    if (pending != null) {
      throw new Stopped();
    }
    said.add(what);
  }

  /** The answer of an access, if it is in the record. */
  int answer(Access access) {
    if (pending != null || at == answers.length) {
      // also when the operation is already on its way out, in a finally block
      pending = Objects.requireNonNullElse(pending, access);
      throw new Stopped();
    }
    if (!access.equals(asked.get(at))) {
      throw new AssertionError(
          "the operation is not deterministic: step "
              + (at + 1)
              + " was "
              + asked.get(at)
              + ", and with the same answers is "
              + access);
    }
    said.clear();
    return answers[at++];
  }

  /** A record that is one answer longer. */
  static int[] longer(int[] record, int answer) {
    int[] longer = Arrays.copyOf(record, record.length + 1);
    longer[record.length] = answer;
    return longer;
  }

  static List<Access> longer(List<Access> accesses, Access access) {
    List<Access> longer = new ArrayList<>(accesses);
    longer.add(access);
    return longer;
  }
}

package org.sabring.spec.oracle;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Word;
import org.sabring.spec.trace.AccessKind;
import org.sabring.spec.trace.StepEvent;

/**
 * A step that a side may take next.
 *
 * @param step the step of the protocol
 * @param access what it does
 * @param word to which word
 * @param index to which slot; -1 for every word but the data
 * @param value with which value; null if the side's own log does not determine it
 */
record Expected(RingStep step, AccessKind access, Word word, int index, @Nullable Integer value) {

  static Expected of(RingStep step, AccessKind access, Word word, @Nullable Integer value) {
    return new Expected(step, access, word, -1, value);
  }

  /** Whether it is the same access to the same word, whatever the values. */
  boolean isKindOf(StepEvent event) {
    return access == event.access() && word == event.word();
  }

  boolean matches(StepEvent event) {
    return isKindOf(event) && index == event.index() && (value == null || value == event.value());
  }

  /** For people: {@code PPublish (store write 3)}. */
  String text() {
    String place = word == Word.DATA ? "data[" + index + "]" : word.label();
    String with = value == null ? "" : " " + org.sabring.spec.law.MemoryLayout.show(value);
    String was = access == AccessKind.ADD ? ", which was" : "";
    return step + " (" + access.label() + " " + place + was + with + ")";
  }
}

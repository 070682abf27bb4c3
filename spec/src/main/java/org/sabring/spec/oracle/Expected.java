package org.sabring.spec.oracle;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.trace.StepEvent;

/**
 * A step that a side may take next.
 *
 * @param step the step of the protocol
 * @param index to which slot; -1 for every word but the data
 * @param value with which value; null if the side's own log does not determine it
 */
record Expected(RingStep step, int index, @Nullable Integer value) {

  /** Whether it is the same access to the same word, whatever the values. */
  boolean isKindOf(StepEvent event) {
    return step.access() == event.access() && step.word() == event.word();
  }

  boolean matches(StepEvent event) {
    return isKindOf(event) && index == event.index() && (value == null || value == event.value());
  }

  /** For people: {@code PPublish (store write 3)}. */
  String text() {
    String place = index < 0 ? step.word().label() : "data[" + index + "]";
    String with = value == null ? "" : " " + MemoryLayout.show(value);
    String was = step.access() == AccessKind.ADD ? ", which was" : "";
    return step + " (" + step.access().label() + " " + place + was + with + ")";
  }
}

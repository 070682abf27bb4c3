package org.sabring.spec.law;

import java.util.List;

/**
 * The mutants of the catalogue that are nothing but another order of steps, by name: the machine
 * runs them as the ring does, step for step.
 */
public enum MistakenOrder {
  PublishBeforeWrite(
      RingStep.PCountProduced, RingStep.PPublish, RingStep.PWriteSlot, RingStep.PNotify),
  NoNotify(RingStep.PWriteSlot, RingStep.PCountProduced, RingStep.PPublish),
  NotifyBeforePublish(
      RingStep.PWriteSlot, RingStep.PCountProduced, RingStep.PNotify, RingStep.PPublish);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<RingStep> put;

  MistakenOrder(RingStep... put) {
    this.put = List.of(put);
  }

  /** The order of the steps of the reference profile, with the mistake. */
  public StepOrder order() {
    return new StepOrder(Profile.REFERENCE, put, new StepOrder(Profile.REFERENCE).take());
  }
}

package org.sabring.spec.law;

import java.util.List;

/**
 * Mistakes that are nothing but another order of steps, by their names in the catalogue of mutants:
 * the machine makes them as the ring does, step for step.
 */
public enum MistakenOrder {
  PublishBeforeWrite(Step.PCountProduced, Step.PPublish, Step.PWriteSlot, Step.PNotify),
  NoNotify(Step.PWriteSlot, Step.PCountProduced, Step.PPublish),
  NotifyBeforePublish(Step.PWriteSlot, Step.PCountProduced, Step.PNotify, Step.PPublish);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Step> put;

  MistakenOrder(Step... put) {
    this.put = List.of(put);
  }

  /** The order of the steps of the reference profile, with the mistake. */
  public StepOrder order() {
    return new StepOrder(Profile.REFERENCE, put, new StepOrder(Profile.REFERENCE).take());
  }
}

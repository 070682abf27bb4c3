package org.sabring.spec.law;

import java.util.List;

/**
 * The order in which each side takes its steps: PutOrder, TakeOrder, PCannotGoOn and CCannotGoOn of
 * {@code RingWords.tla}. The two protocols differ here and nowhere else.
 *
 * @param profile the protocol
 * @param put the steps of a put once there is room
 * @param take the steps of a take once there is an element
 */
public record StepOrder(Profile profile, List<RingStep> put, List<RingStep> take) {

  private static final List<RingStep> TAKE =
      List.of(RingStep.CReadSlot, RingStep.CPublish, RingStep.CCountConsumed, RingStep.CNotify);

  public StepOrder {
    put = List.copyOf(put);
    take = List.copyOf(take);
  }

  /** The order in a profile. */
  public StepOrder(Profile profile) {
    this(profile, put(profile), TAKE);
  }

  private static List<RingStep> put(Profile profile) {
    return switch (profile) {
      case SEED ->
          List.of(
              RingStep.PWriteSlot, RingStep.PPublish, RingStep.PCountProduced, RingStep.PNotify);
      case REFERENCE ->
          List.of(
              RingStep.PWriteSlot, RingStep.PCountProduced, RingStep.PPublish, RingStep.PNotify);
      case ANY -> throw new IllegalArgumentException("profile=any, expected seed or reference");
    };
  }

  /** The first step once there is room. */
  public RingStep whenRoom() {
    return put.get(0);
  }

  /** The first step once there is an element. */
  public RingStep whenElement() {
    return take.get(0);
  }

  /** The step that follows one of those of a put or a take that has found room or an element. */
  public RingStep after(RingStep step) {
    boolean producer = put.contains(step);
    List<RingStep> order = producer ? put : take;
    int next = order.indexOf(step) + 1;
    if (next == 0) {
      throw new IllegalArgumentException(step + " is not in the order of " + profile.label());
    }
    RingStep idle = producer ? RingStep.PLoadWrite : RingStep.CLoadWrite;
    return next == order.size() ? idle : order.get(next);
  }

  /** The first step of a producer that waits. */
  public RingStep whenFullAndPatient() {
    return RingStep.PCountWait;
  }

  /** The first step of a consumer that waits. The seed does not count it. */
  public RingStep whenEmptyAndPatient() {
    return profile == Profile.SEED ? RingStep.CWait : RingStep.CCountWait;
  }

  /** Whether a side may close or cancel. */
  public boolean mayClose() {
    return profile != Profile.SEED;
  }

  /** The step after closing or cancelling. */
  RingStep whenClosed() {
    return RingStep.PNotify;
  }
}

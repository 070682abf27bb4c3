package org.sabring.spec.law;

import java.util.List;

/**
 * The order in which each side takes its steps: PutOrder, TakeOrder, PCannotGoOn and CCannotGoOn of
 * {@code RingWords.tla}. The profiles differ here and nowhere else.
 *
 * @param profile the variant of the protocol
 * @param put the steps of a put once there is room
 * @param take the steps of a take once there is an element
 */
public record StepOrder(Profile profile, List<RingStep> put, List<RingStep> take) {

  public StepOrder {
    put = List.copyOf(put);
    take = List.copyOf(take);
  }

  /** The order in a profile. */
  public StepOrder(Profile profile) {
    this(profile, put(profile), take(profile));
  }

  private static List<RingStep> put(Profile profile) {
    return switch (profile) {
      case SEED ->
          List.of(
              RingStep.PWriteSlot, RingStep.PPublish, RingStep.PCountProduced, RingStep.PNotify);
      case REFERENCE ->
          List.of(
              RingStep.PWriteSlot, RingStep.PCountProduced, RingStep.PPublish, RingStep.PNotify);
      case BARE -> List.of(RingStep.PWriteSlot, RingStep.PPublish);
    };
  }

  private static List<RingStep> take(Profile profile) {
    return profile == Profile.BARE
        ? List.of(RingStep.CReadSlot, RingStep.CPublish)
        : List.of(RingStep.CReadSlot, RingStep.CPublish, RingStep.CCountConsumed, RingStep.CNotify);
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

  /** The first step of a producer that waits. In the bare profile it only asks again. */
  public RingStep whenFullAndPatient() {
    return profile == Profile.BARE ? RingStep.PLoadWrite : RingStep.PCountWait;
  }

  /** The first step of a consumer that waits. The seed does not count it. */
  public RingStep whenEmptyAndPatient() {
    return switch (profile) {
      case SEED -> RingStep.CWait;
      case REFERENCE -> RingStep.CCountWait;
      case BARE -> RingStep.CLoadWrite;
    };
  }

  /** Whether a side may close or cancel. */
  public boolean mayClose() {
    return profile != Profile.SEED;
  }

  /** The step after closing or cancelling. */
  RingStep whenClosed() {
    return profile == Profile.BARE ? RingStep.PDone : RingStep.PNotify;
  }
}

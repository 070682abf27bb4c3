package org.sabring.spec.law;

import java.util.List;

/**
 * In which order a side takes its steps: PutOrder, TakeOrder, PCannotGoOn and CCannotGoOn of {@code
 * RingWords.tla}. The profiles differ here and nowhere else.
 *
 * @param profile the variant of the protocol
 * @param put the steps of a put once there is room
 * @param take the steps of a take once there is an element
 */
public record StepOrder(Profile profile, List<Step> put, List<Step> take) {

  public StepOrder {
    put = List.copyOf(put);
    take = List.copyOf(take);
  }

  /** The order in a profile. */
  public StepOrder(Profile profile) {
    this(profile, put(profile), take(profile));
  }

  private static List<Step> put(Profile profile) {
    return switch (profile) {
      case SEED -> List.of(Step.PWriteSlot, Step.PPublish, Step.PCountProduced, Step.PNotify);
      case REFERENCE -> List.of(Step.PWriteSlot, Step.PCountProduced, Step.PPublish, Step.PNotify);
      case BARE -> List.of(Step.PWriteSlot, Step.PPublish);
    };
  }

  private static List<Step> take(Profile profile) {
    return profile == Profile.BARE
        ? List.of(Step.CReadSlot, Step.CPublish)
        : List.of(Step.CReadSlot, Step.CPublish, Step.CCountConsumed, Step.CNotify);
  }

  /** The first step once there is room. */
  public Step whenRoom() {
    return put.get(0);
  }

  /** The first step once there is an element. */
  public Step whenElement() {
    return take.get(0);
  }

  /** The step that follows one of those of a put or a take that has found room or an element. */
  public Step after(Step step) {
    boolean producer = put.contains(step);
    List<Step> order = producer ? put : take;
    int next = order.indexOf(step) + 1;
    if (next == 0) {
      throw new IllegalArgumentException(step + " is not in the order of " + profile.label());
    }
    Step idle = producer ? Step.PLoadWrite : Step.CLoadWrite;
    return next == order.size() ? idle : order.get(next);
  }

  /** The first step of a producer that waits. In the bare profile it only asks again. */
  public Step whenFullAndPatient() {
    return profile == Profile.BARE ? Step.PLoadWrite : Step.PCountWait;
  }

  /** The first step of a consumer that waits. The seed does not count it. */
  public Step whenEmptyAndPatient() {
    return switch (profile) {
      case SEED -> Step.CWait;
      case REFERENCE -> Step.CCountWait;
      case BARE -> Step.CLoadWrite;
    };
  }

  /** Whether a side may close or cancel. */
  public boolean mayClose() {
    return profile != Profile.SEED;
  }

  /** The step after closing or cancelling. */
  public Step whenClosed() {
    return profile == Profile.BARE ? Step.PDone : Step.PNotify;
  }
}

package org.sabring.spec.law;

/**
 * The steps of the protocol, and two program counters of each side that has no step of its own to
 * take: asleep and done. The names are those of the actions in {@code CursorRing.tla}, of the
 * comments in the Java ring and of the traces, and so not in capitals.
 */
public enum RingStep {
  PLoadWrite("load WRITE"),
  PLoadRead("load READ"),
  PCountWait("add PRODUCER_WAITS"),
  PWait("wait on READ"),
  PWake("wake without a notification"),
  PWriteSlot("store a slot"),
  PCountProduced("add PRODUCED"),
  PPublish("store WRITE"),
  PNotify("notify WRITE"),
  PClose("store WRITE with the closed flag"),
  PAsleep("sleep on READ"),
  PDone("nothing: closed"),
  CLoadWrite("load WRITE"),
  CLoadRead("load READ"),
  CCountWait("add CONSUMER_WAITS"),
  CWait("wait on WRITE"),
  CWake("wake without a notification"),
  CReadSlot("load a slot"),
  CPublish("store READ"),
  CCountConsumed("add CONSUMED"),
  CNotify("notify READ"),
  CCancel("store READ with the cancelled flag"),
  CAsleep("sleep on WRITE"),
  CDone("nothing: cancelled");

  private final String says;

  RingStep(String says) {
    this.says = says;
  }

  /** What it does, in a few words. */
  public String says() {
    return says;
  }

  /** The side that takes it. */
  public RingSide side() {
    return name().startsWith("P") ? RingSide.PRODUCER : RingSide.CONSUMER;
  }

  /** Whether it is a step; if not, it is a place to stand. */
  public boolean isAction() {
    return this != PAsleep && this != PDone && this != CAsleep && this != CDone;
  }
}

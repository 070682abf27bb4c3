package org.sabring.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Plans;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.Trial;
import org.sabring.properties.trial.TwoThreadRun;

/**
 * What holds when each side has a thread of its own. All four look for every violation; they differ
 * in the plans they try. A side that sleeps for ever is found as such and ends the try, not the
 * build.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class TwoThreadProperties {

  private final Trial trial = Trial.current();

  @Property
  void required_RB101_RB102_RB103_RB104_RB501_everythingComesOnceInOrderAndThenTheEnd(
      @ForAll(supplier = Plans.Mixed.class) Plan plan) {
    TwoThreadRun.carryOut(trial, plan);
  }

  @Property
  void required_RB301_RB304_nobodySleepsForEver(
      @ForAll(supplier = Plans.Blocking.class) Plan plan) {
    TwoThreadRun.carryOut(trial, plan);
  }

  @Property
  void required_RB401_RB402_RB403_countersAreExactWithTwoThreadsToo(
      @ForAll(supplier = Plans.Mixed.class) Plan plan) {
    TwoThreadRun.carryOutAndCountWaits(trial, plan);
  }

  @Property
  void required_RB502_RB503_cancelFreesTheProducer(
      @ForAll(supplier = Plans.Cancelled.class) Plan plan) {
    TwoThreadRun.carryOut(trial, plan);
  }
}

package org.sabring.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.schedule.Choices;
import org.sabring.properties.schedule.Coverage;
import org.sabring.properties.schedule.ScheduleRun;
import org.sabring.properties.schedule.Schedules;
import org.sabring.properties.schedule.Script;
import org.sabring.properties.schedule.Scripts;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.Trial;

/**
 * What holds under any schedule that is sampled, on sequentially consistent and on release/acquire
 * memory. Without threads: a schedule that fails shrinks, and replays exactly.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class ScheduleProperties {

  private final Trial trial = Trial.current();

  @Property
  void required_RB101_RB102_RB103_RB104_anyMixOfCallsIsABoundedFifo(
      @ForAll(supplier = Scripts.Mixed.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofAnyMix());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  void required_RB201_RB202_RB203_RB204_RB302_RB303_RB403_everyStepKeepsTheProtocol(
      @ForAll(supplier = Scripts.Mixed.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofAnyMix());
    ScheduleRun.watchSteps(trial, script, choices);
  }

  @Property
  void required_RB301_RB304_nobodySleepsForEver(
      @ForAll(supplier = Scripts.Blocking.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofGoingOn());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  void required_RB401_RB402_countersAreExactOverManyLaps(
      @ForAll(supplier = Scripts.ManyLaps.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofGoingOn());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  void required_RB501_RB502_RB503_closeAndCancelAreFinal(
      @ForAll(supplier = Scripts.Closing.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofEnding());
    ScheduleRun.watchCalls(trial, script, choices);
  }
}

package org.sabring.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.schedule.ScheduleRun;
import org.sabring.properties.schedule.Script;
import org.sabring.properties.schedule.Scripts;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.Trial;

/** What holds under every schedule of a program that is sampled, and so is small. */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class EveryScheduleProperties {

  /** A program that is explored takes as long as so many schedules. */
  static final int COST = 10;

  private final Trial trial = Trial.current();

  @Property
  void
      required_RB101_RB102_RB103_RB104_RB201_RB202_RB301_RB304_RB401_RB402_RB501_RB502_RB503_noScheduleBreaksAPromise(
          @ForAll(supplier = Scripts.Small.class) Script script) throws InterruptedException {
    ScheduleRun.exploreAll(trial, script);
  }
}

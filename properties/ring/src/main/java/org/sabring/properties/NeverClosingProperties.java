package org.sabring.properties;

import static org.sabring.spec.law.Rule.RB501;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.Choices;
import org.sabring.properties.sample.Schedules;
import org.sabring.properties.sample.Script;
import org.sabring.properties.sample.Scripts;
import org.sabring.properties.trial.Coverage;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.ScheduleRun;
import org.sabring.properties.trial.Trial;

/**
 * A control of the coverage that properties must reach: one that holds, because its generator has
 * forgotten to close.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class NeverClosingProperties {

  private final Trial trial = Trial.current();

  @Property
  @Rules({RB501})
  void closeIsFinal(
      @ForAll(supplier = Scripts.NeverClosing.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofEnding());
    ScheduleRun.watchCalls(trial, script, choices);
  }
}

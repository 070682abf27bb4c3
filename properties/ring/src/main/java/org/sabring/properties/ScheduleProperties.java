package org.sabring.properties;

import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB201;
import static org.sabring.spec.law.Rule.RB202;
import static org.sabring.spec.law.Rule.RB203;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;
import static org.sabring.spec.law.Rule.RB304;
import static org.sabring.spec.law.Rule.RB401;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB403;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB502;
import static org.sabring.spec.law.Rule.RB503;

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
 * The properties under sampled schedules, on sequentially consistent and on release/acquire memory.
 * Without threads: a schedule that fails shrinks, and replays exactly.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class ScheduleProperties {

  private final Trial trial = Trial.current();

  @Property
  @Rules({RB101, RB102, RB103, RB104})
  void anyMixOfCallsIsABoundedFifo(
      @ForAll(supplier = Scripts.Mixed.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofAnyMix());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  @Rules({RB201, RB202, RB203, RB204, RB302, RB303, RB403})
  void everyStepKeepsTheProtocol(
      @ForAll(supplier = Scripts.Mixed.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofAnyMix());
    ScheduleRun.watchSteps(trial, script, choices);
  }

  @Property
  @Rules({RB301, RB304})
  void nobodySleepsForEver(
      @ForAll(supplier = Scripts.Blocking.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofGoingOn());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  @Rules({RB401, RB402})
  void countersAreExactOverManyLaps(
      @ForAll(supplier = Scripts.ManyLaps.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofGoingOn());
    ScheduleRun.watchCalls(trial, script, choices);
  }

  @Property
  @Rules({RB501, RB502, RB503})
  void closeAndCancelAreFinal(
      @ForAll(supplier = Scripts.Closing.class) Script script,
      @ForAll(supplier = Schedules.class) Choices choices) {
    trial.expect(Coverage.ofEnding());
    ScheduleRun.watchCalls(trial, script, choices);
  }
}

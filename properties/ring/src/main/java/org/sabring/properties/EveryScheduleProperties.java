package org.sabring.properties;

import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB201;
import static org.sabring.spec.law.Rule.RB202;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB304;
import static org.sabring.spec.law.Rule.RB401;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB502;
import static org.sabring.spec.law.Rule.RB503;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.Script;
import org.sabring.properties.sample.Scripts;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.ScheduleRun;
import org.sabring.properties.trial.Trial;

/** The properties of small sampled programs under every schedule. */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class EveryScheduleProperties {

  /** A program that is explored takes as long as so many schedules. */
  static final int COST = 10;

  private final Trial trial = Trial.current();

  @Property
  @Rules({
    RB101, RB102, RB103, RB104, RB201, RB202, RB301, RB304, RB401, RB402, RB501, RB502, RB503
  })
  void noScheduleBreaksAPromise(@ForAll(supplier = Scripts.Small.class) Script script)
      throws InterruptedException {
    ScheduleRun.exploreAll(trial, script);
  }
}

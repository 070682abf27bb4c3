package org.sabring.properties;

import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB301;
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
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.sample.Script;
import org.sabring.properties.sample.Scripts;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.ThreadRun;
import org.sabring.properties.trial.Trial;

/**
 * The properties of two threads, one for each side, on every memory and layout: the oracle explains
 * the calls, their answers and their times, and the counters are exact.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class ThreadProperties {

  private final Trial trial = Trial.current();

  @Property
  @Rules({RB101, RB102, RB103, RB104, RB401, RB402, RB403})
  void manyLapsAreThoseOfABoundedFifo(
      @ForAll(supplier = Scripts.ManyLaps.class) Script script,
      @ForAll MemoryKind memory,
      @ForAll boolean padded) {
    trial.expect(ThreadRun.ofManyLaps());
    ThreadRun.judge(trial, script, memory, padded);
  }

  @Property
  @Rules({RB301, RB501, RB502, RB503})
  void closeAndCancelLeaveNobodyAsleep(
      @ForAll(supplier = Scripts.Closing.class) Script script,
      @ForAll MemoryKind memory,
      @ForAll boolean padded) {
    trial.expect(ThreadRun.ofEnding());
    ThreadRun.judge(trial, script, memory, padded);
  }
}

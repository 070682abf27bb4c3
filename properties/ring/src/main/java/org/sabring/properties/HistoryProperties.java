package org.sabring.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.schedule.HistoryRun;
import org.sabring.properties.schedule.Script;
import org.sabring.properties.schedule.Scripts;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.Trial;

/**
 * What two real threads do with the scripts of {@link ScheduleProperties}, as the oracle judges it
 * from the calls, their answers and their times alone.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class HistoryProperties {

  private final Trial trial = Trial.current();

  @Property
  void required_RB101_RB102_RB103_RB104_theOracleExplainsManyLaps(
      @ForAll(supplier = Scripts.ManyLaps.class) Script script, @ForAll MemoryKind memory) {
    trial.expect(HistoryRun.ofManyLaps());
    HistoryRun.judge(trial, script, memory);
  }

  @Property
  void required_RB301_RB501_RB502_RB503_theOracleExplainsHowItEnds(
      @ForAll(supplier = Scripts.Closing.class) Script script, @ForAll MemoryKind memory) {
    trial.expect(HistoryRun.ofEnding());
    HistoryRun.judge(trial, script, memory);
  }
}

package org.sabring.properties;

import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB201;
import static org.sabring.spec.law.Rule.RB202;
import static org.sabring.spec.law.Rule.RB203;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB303;
import static org.sabring.spec.law.Rule.RB401;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB403;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB502;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.Sequence;
import org.sabring.properties.sample.Sequences;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.SequenceRun;
import org.sabring.properties.trial.Trial;

/**
 * The properties of one thread that makes the calls of both sides, on every memory and layout,
 * judged by the oracles. A call may come in the gap between the other side's decision to wait and
 * its wait.
 */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class SequenceProperties {

  private final Trial trial = Trial.current();

  @Property
  @Rules({RB101, RB102, RB103, RB104, RB204, RB402, RB501, RB502})
  void answersAreThoseOfABoundedFifo(@ForAll(supplier = Sequences.class) Sequence sequence)
      throws InterruptedException {
    trial.expect(SequenceRun.ofCalls());
    SequenceRun.judgeCalls(trial, sequence);
  }

  @Property
  @Rules({RB102, RB103, RB104, RB201, RB202, RB203, RB204, RB303, RB401, RB402, RB403, RB502})
  void everyStepIsOneOfTheLaw(@ForAll(supplier = Sequences.class) Sequence sequence)
      throws InterruptedException {
    trial.expect(SequenceRun.ofCalls());
    SequenceRun.judgeSteps(trial, sequence);
  }
}

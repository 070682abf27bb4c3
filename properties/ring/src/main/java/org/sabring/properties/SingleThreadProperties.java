package org.sabring.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.sabring.properties.sample.Call.Kind;
import org.sabring.properties.sample.Moves;
import org.sabring.properties.sample.Program;
import org.sabring.properties.sample.Programs;
import org.sabring.properties.sample.Setup;
import org.sabring.properties.sample.Setups;
import org.sabring.properties.trial.GapRun;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.SingleRun;
import org.sabring.properties.trial.Trial;

/** What holds after every call when one thread plays both sides. */
@AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public final class SingleThreadProperties {

  private final Trial trial = Trial.current();

  @Property
  void required_RB101_RB102_RB103_RB104_RB501_RB502_answersAreThoseOfABoundedFifo(
      @ForAll(supplier = Programs.class) Program program) throws InterruptedException {
    SingleRun.answersLikeAQueue(trial, program);
  }

  @Property
  void required_RB203_aSideChangesOnlyItsOwnWords(
      @ForAll(supplier = Programs.class) Program program) throws InterruptedException {
    SingleRun.changesOwnWords(trial, program);
  }

  @Property
  void required_RB204_cursorsMoveBySingleSlots(@ForAll(supplier = Programs.class) Program program)
      throws InterruptedException {
    SingleRun.movesCursorsByOne(trial, program);
  }

  @Property
  void required_RB303_everyMoveOfACursorIsNotified(
      @ForAll(supplier = Programs.class) Program program) throws InterruptedException {
    SingleRun.notifies(trial, program);
  }

  @Property
  void required_RB301_RB302_aMoveBeforeTheWaitEndsTheWait(
      @ForAll(supplier = Setups.class) Setup setup, @ForAll(supplier = Moves.class) Kind move)
      throws InterruptedException {
    GapRun.aMoveBeforeTheWaitEndsIt(trial, setup, move);
  }

  @Property
  void required_RB401_RB402_RB403_countersCountEveryElementAndEveryWait(
      @ForAll(supplier = Programs.class) Program program) throws InterruptedException {
    SingleRun.counts(trial, program);
  }
}

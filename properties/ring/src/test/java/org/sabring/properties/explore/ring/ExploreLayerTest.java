package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.Heard;
import org.sabring.properties.world.Inside;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

class ExploreLayerTest {

  private static Set<Rule> rules(Stream<Check> checks) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    checks.forEach(check -> rules.addAll(check.rules()));
    return rules;
  }

  @Test
  void everyQuickProgramHoldsAndEveryControlIsFound() throws Exception {
    Heard listener = new Heard("states");
    Evidence evidence = new ExploreLayer().run(Bounds.QUICK, listener);
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(evidence.tables()).hasSize(1);
    assertThat(listener.ended()).isEqualTo(evidence.checks().stream().map(Check::name).toList());
    assertThat(listener.ended()).doesNotHaveDuplicates().hasSize(listener.announced());
    Set<Rule> given = EnumSet.noneOf(Rule.class);
    Stream.of(Rule.values()).filter(r -> r.layers().contains("explore")).forEach(given::add);
    assertThat(rules(evidence.checks().stream().filter(c -> !c.control()))).isEqualTo(given);
    assertThat(rules(evidence.checks().stream().filter(Check::control))).isEqualTo(given);
  }

  @Test
  void aProgramThatBreaksAPromiseFailsWithTheSmallestPartOfItThatDoes() throws Exception {
    Check check = Inside.the("NoNotify", Broken.class);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).startsWith("P: put 1; C: , schedule PPPPP: ");
    assertThat(Objects.requireNonNull(check.counterexample()).draw())
        .anyMatch(line -> line.contains("put 1: PLoadWrite WRITE is 0 (plain)"));
  }

  static final class Broken implements Callable<Check> {
    @Override
    public Check call() throws InterruptedException {
      return new CaseRuns().check(new RingCase("broken", sound(), Options.PLAIN), MemoryModel.SC);
    }
  }

  @Test
  void aMistakeThatIsNotFoundIsAFailure() throws Exception {
    RingMutant mutant = RingMutant.named("NoNotify");
    Check found = MutantRuns.check(mutant);
    assertThat(found.status()).isEqualTo(Status.PASS);
    assertThat(found.figures()).containsEntry("explore sc steps", 5);
    Check missed = MutantRuns.check(RingMutant.sound(mutant.row()));
    assertThat(missed.status()).isEqualTo(Status.FAIL);
    assertThat(missed.detail()).contains("explore sc: nothing, in any schedule; exp");
  }

  @Test
  void aMistakeThatIsSeenWhereItShouldNotBeIsAFailure() throws Exception {
    RingMutant other = RingMutant.named("NoNotify");
    Mutant row = Mutants.named("NotifyOne").orElseThrow();
    Check check = MutantRuns.check(new RingMutant(row, other.watched(), other.called()));
    assertThat(check.status()).isEqualTo(Status.FAIL);
  }

  private static RingProgram sound() {
    return RingCase.within(Bounds.QUICK).get(0).program();
  }

  @Test
  void beyondItsBoundAProgramIsUnknown() throws Exception {
    RingCase bounded = new RingCase("bounded", sound(), Options.PLAIN.states(100));
    Check check = new CaseRuns().check(bounded, MemoryModel.RA);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void anInterruptEndsTheLayer() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new ExploreLayer().run(Bounds.FULL, Progress.SILENT))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theLayerIsFound() {
    assertThat(ServiceLoader.load(Layer.class)).map(Layer::name).contains("explore");
  }
}

package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.tla.Model;

/**
 * The reference machine has the states and steps of the law, no more and no fewer: here in the
 * seed's profile. In ours the layer {@code conformance} compares them.
 */
@Tag("any-jdk")
class ReferenceMachineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seed-2", "seed-3"})
  void hasTheGraphThatTlcFinds(String name) throws InterruptedException {
    Model model = Model.named(name);
    MachineGraph machine = new MachineGraph(new ReferenceMachine(model.protocol()));

    LawGraph.Result law = LawGraph.compare(model, machine, folder);

    assertThat(law.difference()).isNull();
    assertThat(law.states()).isEqualTo(machine.states()).isEqualTo(model.expect().states());
    assertThat(law.edges()).isEqualTo(machine.edges());
  }

  /** The control: a machine of another profile is told apart. */
  @Test
  void isToldFromAnotherMachine() throws InterruptedException {
    Model model = Model.named("seed-2");
    Protocol seed = model.protocol();
    Protocol other =
        new Protocol(seed.capacity(), seed.items(), seed.modulus(), Profile.REFERENCE, true, false);

    MachineGraph machine = new MachineGraph(new ReferenceMachine(other));

    assertThat(LawGraph.compare(model, machine, folder).difference()).isNotNull();
  }
}

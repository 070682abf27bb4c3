package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.StateGraph;
import org.sabring.tla.Model;

/**
 * The reference machine has the states and steps of the law, no more and no fewer: here in the
 * seed's profile. In ours the layer {@code conformance} compares them.
 */
class ReferenceMachineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seed-2", "seed-3"})
  void hasTheGraphThatTlcFinds(String name) throws InterruptedException {
    Model model = Model.named(name);

    StateGraph law = graph(model);
    StateGraph machine = new ReferenceMachine(model.protocol()).graph();

    assertThat(law.states()).isEqualTo(model.expect().states());
    assertThat(machine.states()).isEqualTo(law.states());
    assertThat(machine.initial()).isEqualTo(law.initial());
    for (String state : law.edges().keySet()) {
      assertThat(machine.edges().get(state)).as(state).isEqualTo(law.edges().get(state));
    }
  }

  /** The control: a machine of another profile is told apart. */
  @ParameterizedTest
  @ValueSource(strings = "seed-2")
  void isToldFromAnotherMachine(String name) throws InterruptedException {
    Model model = Model.named(name);
    Protocol seed = model.protocol();
    Protocol other =
        new Protocol(seed.capacity(), seed.items(), seed.modulus(), Profile.REFERENCE, true, false);

    assertThat(new ReferenceMachine(other).graph()).isNotEqualTo(graph(model));
  }

  private StateGraph graph(Model model) throws InterruptedException {
    try (Tlc tlc = new Tlc(folder)) {
      return tlc.graph(model);
    }
  }
}

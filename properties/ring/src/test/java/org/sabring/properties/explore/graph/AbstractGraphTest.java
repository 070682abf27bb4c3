package org.sabring.properties.explore.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;
import org.sabring.explore.search.State;

class AbstractGraphTest {

  /** Sees the sum of two words, and no more of a state. */
  private static final class Sum implements Observer {

    private final List<String> edges = new ArrayList<>();
    private final int most;

    Sum(int most) {
      this.most = most;
    }

    @Override
    public int node(State state) {
      return (int) (state.memory().latest(0) + state.memory().latest(1));
    }

    @Override
    public boolean step(int from, Step step, State state, int to) {
      edges.add(from + "-" + to);
      return to <= most;
    }

    @Override
    public void broken(int from, Step step, PropertyViolation breach) {
      edges.add(from + ": " + breach.found());
    }
  }

  private static Operation<Words> set(int word, int value) {
    return Operation.of("set " + word, words -> store(words, word, value));
  }

  private static Object store(Words words, int word, int value) {
    words.store(Mode.VOLATILE, word, value);
    return Operation.DONE;
  }

  private static AbstractGraph of(Program program) {
    return new AbstractGraph(program, MemoryModel.SC::fresh, Monitor.NONE, Options.PLAIN, 1);
  }

  private static Program both() {
    return Program.on(2).side('P', w -> w, set(0, 1)).side('C', w -> w, set(1, 1));
  }

  @Test
  void statesThatLookAlikeAreOneNode() throws Exception {
    AbstractGraph graph = of(both());
    Sum sum = graph.show(() -> new Sum(2));
    assertThat(sum.edges).containsExactly("0-1", "0-1", "1-2", "1-2");
    assertThat(graph.states()).isEqualTo(4);
    assertThat(graph.steps()).isEqualTo(4);
    assertThat(graph.to(2)).hasToString("PC");
    assertThatThrownBy(() -> graph.to(3)).hasMessageContaining("node=3");
  }

  @Test
  void anOnlookerEndsTheWalk() throws Exception {
    AbstractGraph graph = of(both());
    Sum sum = graph.show(() -> new Sum(0));
    assertThat(sum.edges).containsExactly("0-1");
    assertThat(graph.toTheLast()).hasToString("P");
    assertThat(graph.story(graph.toTheLast(), "ended").lines()).hasSize(2);
  }

  @Test
  void itIsForTwoSides() {
    Program one = Program.on(2).side('P', w -> w, set(0, 1));
    assertThatThrownBy(() -> of(one)).hasMessageContaining("sides=1");
  }
}

package org.sabring.explore.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Rest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;

/** What is alike, and that taking it for the same loses nothing. */
class StateFingerprintTest {

  @SuppressWarnings("UnusedVariable") // they are read by reflection
  private static final class Node {
    @Nullable Object next;
    int value;

    Node(int value, @Nullable Object next) {
      this.value = value;
      this.next = next;
    }
  }

  private static List<Object> of(Object object) {
    return StateFingerprint.of(object, Set.of());
  }

  private static Runnable adding(List<Integer> to, int value) {
    return () -> to.add(value);
  }

  @Test
  void equalPartsAreAlike() {
    assertThat(of(new Node(1, "a"))).isEqualTo(of(new Node(1, "a")));
    assertThat(of(adding(List.of(), 1))).isEqualTo(of(adding(List.of(), 1)));
    Node ring = new Node(1, null);
    ring.next = ring;
    Node other = new Node(1, null);
    other.next = other;
    assertThat(of(ring)).isEqualTo(of(other));
  }

  @Test
  void whatDiffersIsNotAlike() {
    Node shared = new Node(3, null);
    List<Object> all =
        List.of(
            new Node(1, null),
            new Node(2, null),
            new Node(1, "a"),
            new Node(1, List.of(1)),
            new Node(1, new ArrayDeque<>(List.of(1, 2))),
            new Node(1, Map.of(1, 2)),
            new Node(1, new Object[] {shared, shared}),
            new Node(1, new Object[] {shared, new Node(3, null)}),
            adding(List.of(), 1),
            adding(List.of(), 2),
            adding(List.of(1), 1));
    assertThat(all.stream().map(StateFingerprintTest::of)).doesNotHaveDuplicates();
  }

  @Test
  void aFieldThatSaysNothingIsLeftOut() {
    Node node = new Node(1, new Node(2, null));
    Node other = new Node(3, new Node(4, null));
    assertThat(StateFingerprint.of(node, Set.of("Node.value")))
        .isEqualTo(StateFingerprint.of(other, Set.of("Node.value")))
        .isNotEqualTo(StateFingerprint.of(other, Set.of("Node.next")));
  }

  @Test
  void whatCannotBeLookedIntoIsRefused() {
    assertThatThrownBy(() -> of(new Node(1, new ReentrantLock())))
        .hasMessageContaining("ReentrantLock, which cannot be looked into");
  }

  /** A loop that takes three tasks, each of which adds what it finds or nothing. */
  private static final class Loop {
    private final Words memory;
    private final Stage stage;
    private final boolean lookedInto;

    Loop(Words memory, boolean lookedInto) {
      this.memory = memory;
      this.stage = memory.stage();
      this.lookedInto = lookedInto;
    }

    Object run() {
      Work work = new Work();
      while (true) {
        stage.turn(work.left > 0, false, lookedInto ? work : null, Set.of());
        work.left--;
        work.sum += memory.load(Mode.VOLATILE, 0);
        memory.load(Mode.VOLATILE, 1);
        stage.say(work.sum);
      }
    }
  }

  private static final class Work {
    private int left = 4;
    private int sum;
  }

  private record Last(Object said) implements Monitor {
    @Override
    public Monitor said(int side, Object what) {
      return new Last(what);
    }

    @Override
    public String outcome(Rest rest) {
      return said.toString();
    }
  }

  private static Exploration explore(boolean lookedInto) throws InterruptedException {
    Deque<Operation<Words>> adds = new ArrayDeque<>();
    for (int i = 1; i <= 3; i++) {
      int word = i % 2;
      adds.add(Operation.of("add " + i, m -> m.getAndAdd(word, 1)));
    }
    Program program =
        Program.on(2)
            .asItIs('L', m -> new Loop(m, lookedInto), Operation.of("loop", Loop::run))
            .side('P', m -> m, new ArrayList<>(adds));
    return new Explorer(program, MemoryModel.SC, new Last(""), Options.PLAIN).explore();
  }

  @Test
  void nothingIsLostAndThereAreFewerStates() throws Exception {
    Exploration apart = explore(false);
    Exploration merged = explore(true);
    assertThat(merged.outcomes()).isEqualTo(apart.outcomes()).containsAll(Set.of("0", "4"));
    assertThat(merged.states()).isLessThan(apart.states());
  }
}

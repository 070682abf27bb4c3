package org.sabring.properties.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.properties.explore.memory.MemoryModel.RA;
import static org.sabring.properties.explore.memory.MemoryModel.SC;
import static org.sabring.properties.explore.memory.MemoryModel.TSO;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.memory.MemoryModel;

/**
 * The memory models on the programs by which such models are known: the same programs, forms and
 * verdicts as in {@code Litmus.tla}. The names are those of the diy tool suite. On TSO the weak
 * outcomes of SB and R alone are seen (Owens, Sarkar, Sewell 2009); with release and acquire those
 * of SB, R, 2+2W and IRIW are, and not those of MP, S and WRC (Lahav, Giannarakis, Vafeiadis 2016).
 *
 * <p>A limit: LB is never seen, for steps are taken in program order. Java and C++ allow it for
 * opaque accesses.
 */
class LitmusTest {

  private static final int X = 0;
  private static final int Y = 1;

  /** How the accesses of a program are made, and what comes between two of them. */
  enum Form {
    OPAQUE,
    RELEASE_ACQUIRE,
    RELEASE,
    ACQUIRE,
    FULL_FENCE,
    VOLATILE,
    LOCK;

    void store(SharedInts m, int word, int value) {
      switch (this) {
        case RELEASE_ACQUIRE, RELEASE -> m.setRelease(word, value);
        case VOLATILE -> m.setVolatile(word, value);
        default -> m.setOpaque(word, value);
      }
    }

    int load(SharedInts m, int word) {
      return switch (this) {
        case RELEASE_ACQUIRE, ACQUIRE -> m.getAcquire(word);
        case VOLATILE -> m.getVolatile(word);
        default -> m.getOpaque(word);
      };
    }

    /** The waiter list of a word that nobody waits on is a lock and nothing more. */
    void between(SharedInts m) {
      if (this == FULL_FENCE) {
        m.fullFence();
      } else if (this == LOCK) {
        m.notify(X, SharedInts.ALL);
      }
    }
  }

  /** The programs, each with its weak outcome: what no sequentially consistent memory allows. */
  enum Shape {
    SB("0; 0; .*", write(X, 1).then(read(Y)), write(Y, 1).then(read(X))),
    MP("; 1 0; .*", write(X, 1).then(write(Y, 1)), read(Y).then(read(X))),
    LB("1; 1; .*", read(X).then(write(Y, 1)), read(Y).then(write(X, 1))),
    S("; 1; word0=2; .*", write(X, 2).then(write(Y, 1)), read(Y).then(write(X, 1))),
    R("; 0; .*; word1=2", write(X, 1).then(write(Y, 1)), write(Y, 2).then(read(X))),
    W2("; ; word0=1; word1=1", write(X, 1).then(write(Y, 2)), write(Y, 1).then(write(X, 2))),
    WRC("; 1; 1 0; .*", write(X, 1), read(X).then(write(Y, 1)), read(Y).then(read(X))),
    IRIW(
        "; ; 1 0; 1 0; .*", write(X, 1), write(Y, 1), read(X).then(read(Y)), read(Y).then(read(X))),
    CoRR("; 1 0; .*", write(X, 1), read(X).then(read(X))),
    CoWW("; word0=1; .*", write(X, 1).then(write(X, 2))),
    CoWR("2; ; word0=1; .*", write(X, 1).then(read(X)), write(X, 2)),
    CoRW("2; ; word0=2; .*", read(X).then(write(X, 1)), write(X, 2));

    private final String weak;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Code> sides;

    Shape(String weak, Code... sides) {
      this.weak = weak;
      this.sides = List.of(sides);
    }
  }

  /** Accesses in program order; what they load, as a text. */
  private interface Code extends BiFunction<Form, SharedInts, String> {
    default Code then(Code next) {
      return (form, m) -> {
        String first = apply(form, m);
        form.between(m);
        return (first + " " + next.apply(form, m)).strip();
      };
    }
  }

  private static Code write(int word, int value) {
    return (form, m) -> {
      form.store(m, word, value);
      return "";
    };
  }

  private static Code read(int word) {
    return (form, m) -> String.valueOf(form.load(m, word));
  }

  private static Exploration explore(Shape shape, Form form, MemoryModel model) throws Exception {
    Program program = Program.on(2);
    char letter = 'P';
    for (Code code : shape.sides) {
      program =
          program.side(
              letter++, m -> m, Operation.of("all", (SharedInts m) -> code.apply(form, m)));
    }
    return new Explorer(program, model, Answers.of(shape.sides.size(), X, Y), Options.PLAIN)
        .explore();
  }

  private static boolean isWeak(Shape shape, Form form, MemoryModel model) throws Exception {
    Exploration exploration = explore(shape, form, model);
    assertThat(exploration.complete()).isTrue();
    return exploration.outcomes().stream().anyMatch(outcome -> outcome.matches(shape.weak));
  }

  private static Set<Shape> weakOnes(Form form, MemoryModel model) throws Exception {
    Set<Shape> weak = new TreeSet<>();
    for (Shape shape : Shape.values()) {
      if (isWeak(shape, form, model)) {
        weak.add(shape);
      }
    }
    return weak;
  }

  @ParameterizedTest
  @EnumSource
  void onSequentiallyConsistentMemoryNothingIsWeak(Form form) throws Exception {
    assertThat(weakOnes(form, SC)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withStoreBuffersStoresAreSeenLateUnlessTheBufferIsEmptied(Form form) throws Exception {
    boolean empties = form == Form.VOLATILE || form == Form.FULL_FENCE || form == Form.LOCK;
    assertThat(weakOnes(form, TSO)).isEqualTo(empties ? Set.of() : Set.of(Shape.SB, Shape.R));
  }

  @ParameterizedTest
  @EnumSource
  void withReleaseAndAcquireItDependsOnTheModes(Form form) throws Exception {
    Set<Shape> unordered =
        Set.of(Shape.SB, Shape.MP, Shape.S, Shape.R, Shape.W2, Shape.WRC, Shape.IRIW);
    Set<Shape> expected =
        switch (form) {
          case OPAQUE, RELEASE, ACQUIRE -> unordered;
          case RELEASE_ACQUIRE -> Set.of(Shape.SB, Shape.R, Shape.W2, Shape.IRIW);
          case FULL_FENCE, VOLATILE, LOCK -> Set.of();
        };
    assertThat(weakOnes(form, RA)).isEqualTo(expected);
  }
}

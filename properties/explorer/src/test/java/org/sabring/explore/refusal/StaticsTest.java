package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/** Static fields are shared, and hold in each program what class initializers stored. */
class StaticsTest {

  /** Static fields of all sorts. */
  static final class Counted {
    static volatile int count = 5;
    static volatile @Nullable Object last;
    static int made;
    final int number;

    Counted() {
      number = ++made;
    }
  }

  enum Light {
    RED(1),
    GREEN(2);

    volatile int shown;

    Light(int shown) {
      this.shown = shown;
    }
  }

  /** What is in place before the sides begin, by a class that they have not heard of. */
  static final class Config {
    static int size = 1;
    static int copied;
  }

  static final class Sized {
    static final int SIZE = 10 * Config.size;

    static int size() {
      return SIZE;
    }
  }

  /** Its initializer runs when the first side comes to it. */
  static final class Late {
    static int value = 3;
    static final int[] ARRAY = {1, 2};
    static final Counted[] OBJECTS = {new Counted()};

    static {
      value += ARRAY[1];
    }
  }

  static final class Looks {
    static final int COUNT = Counted.count;
  }

  static final class Counts {
    static {
      Config.copied++;
    }

    static int now() {
      return Config.copied;
    }
  }

  static final class Fails {
    static final int VALUE = Integer.parseInt("x");

    static int value() {
      return VALUE + 0;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneSideStoresAnotherSees(MemoryModel model) throws Exception {
    Twice twice =
        Twice.both(
                Object::new,
                shared -> {
                  Counted.count = 6;
                  Counted.last = shared;
                  return null;
                },
                shared -> (Counted.last == shared ? 10 : 0) + Counted.count)
            .on(model);
    assertThat(twice.outcomes()).containsExactly("; 16", "; 5", "; 6");
  }

  @Test
  void whatSetsUpOneProgramChangesNoOther() throws Exception {
    Program.Source<Counted> six =
        () -> {
          Counted.count = 6;
          return new Counted();
        };
    Operation.Body<Counted> look = counted -> Counted.count * 10 + counted.number;
    assertThat(Twice.alone(six, look).outcomes()).containsExactly("61");
    assertThat(Twice.alone(Counted::new, look).outcomes()).containsExactly("51");
    assertThat(Twice.alone(six, look).outcomes()).containsExactly("61");
  }

  @Test
  void aClassThatIsInitializedBySetUpSeesWhatThatHasSet() throws Exception {
    Program.Source<Integer> four =
        () -> {
          Config.size = 4;
          return Sized.size();
        };
    Operation.Body<Integer> look = size -> size + Sized.size();
    assertThat(Twice.alone(four, look).outcomes()).containsExactly("80");
    assertThat(Twice.alone(Sized::size, look).outcomes()).containsExactly("20");
    assertThat(Twice.alone(four, look).outcomes()).containsExactly("80");
  }

  /** A set is in the order of hash codes, and those of enums and classes come from the JVM. */
  @Test
  void hashCodesAreTheSameInEveryProgram() throws Exception {
    Operation.Body<Object> lists =
        unused -> {
          Set<Object> all =
              new HashSet<>(List.of(Light.RED, Light.GREEN, String.class, Late.class));
          all.addAll(List.of(Thread.State.NEW, Integer.class));
          return all.stream().map(Object::toString).collect(Collectors.joining(" "));
        };
    SortedSet<String> alone = Twice.alone(Object::new, lists).outcomes();
    Operation.Body<Object> more =
        unused -> new HashSet<Object>(List.of(Long.class, Thread.State.RUNNABLE, "x")).size();
    assertThat(Twice.alone(Object::new, more).outcomes()).containsExactly("3");
    assertThat(Twice.alone(Object::new, lists).outcomes()).isEqualTo(alone);
  }

  @ParameterizedTest
  @EnumSource
  void anEnumConstantMayHoldState(MemoryModel model) throws Exception {
    Twice twice =
        Twice.both(
                () -> Light.RED,
                red -> {
                  red.shown = 7;
                  return null;
                },
                red -> Light.valueOf("RED").shown * 10 + Light.GREEN.shown)
            .on(model);
    assertThat(twice.outcomes()).containsExactly("; 12", "; 72");
  }

  @Test
  void anInitializerMayRunInTheMiddleOfACall() throws Exception {
    Twice twice =
        Twice.both(
            Counted::new,
            unused -> {
              synchronized (unused) {
                return Late.value++ + Late.ARRAY[0] + Late.OBJECTS.length;
              }
            },
            unused -> {
              synchronized (unused) {
                return Late.value++;
              }
            });
    assertThat(twice.outcomes()).containsExactly("7; 6", "8; 5");
  }

  @Test
  void anInitializerThatLooksAtWhatSidesChangeIsRefused() {
    Twice before =
        Twice.alone(
            Object::new,
            unused -> {
              Counted.count = 6;
              return Looks.COUNT;
            });
    Twice after =
        Twice.alone(
            Object::new,
            unused -> {
              int seen = Looks.COUNT;
              Counted.count = 6;
              return seen;
            });
    assertThat(before.refusal())
        .startsWith("StaticsTest$Looks.<clinit>(StaticsTest.java:")
        .contains("a load of Counted.count in a class initializer")
        .contains("let the code that sets the program up initialize the class");
    assertThat(after.refusal()).contains("a load of Counted.count in a class initializer");
  }

  @Test
  void anInitializerThatStoresWhatSidesLookAtIsRefused() {
    Twice twice = Twice.alone(Object::new, unused -> Config.copied + Counts.now());
    assertThat(twice.refusal()).contains("a store to Config.copied in a class initializer");
  }

  @Test
  void itMayDoSoWhileTheProgramIsSetUp() throws Exception {
    Twice twice = Twice.alone(() -> Counts.now() + Looks.COUNT, sum -> sum + Counts.now());
    assertThat(twice.outcomes()).containsExactly("7");
  }

  @Test
  void anInitializerThatFailsIsAFinding() throws Exception {
    Twice twice = Twice.alone(Object::new, unused -> Fails.value());
    assertThat(twice.findings()).hasSize(1).first().asString().contains("Error");
  }
}

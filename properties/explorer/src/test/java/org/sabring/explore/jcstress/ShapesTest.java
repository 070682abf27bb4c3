package org.sabring.explore.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.jcstress.StressVerdict.Grade;
import org.sabring.explore.jcstress.shape.Shapes;
import org.sabring.explore.jcstress.shape.Shapes.Shape;
import org.sabring.explore.jcstress.shape.Shapes.Why;
import org.sabring.explore.jcstress.shape.WrongShapes;
import org.sabring.explore.jcstress.shape.lock.Monitors;
import org.sabring.explore.jcstress.shape.update.Updates;
import org.sabring.explore.memory.MemoryModel;

/** Compiled jcstress tests of our own, each under all schedules, against their annotations. */
class ShapesTest {

  private static final ClassLoader HERE = ShapesTest.class.getClassLoader();
  private static final List<MemoryModel> ALL = List.of(MemoryModel.values());

  /** The real AQS with three sides, and retries without end: too many states. */
  private static final Set<Class<?>> LARGE =
      Set.of(Monitors.ReadWriteLocked.class, Updates.Adder.class);

  /** What the engine leaves out, of what Java allows. */
  private static final Set<Why> LEFT_OUT = EnumSet.of(Why.LOAD_BUFFERING, Why.HALVES);

  static Stream<Shape> shapes() {
    return Shapes.ALL.stream().filter(shape -> !LARGE.contains(shape.test()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void agreesWithItsAnnotations(Shape shape) throws InterruptedException {
    StressVerdict verdict = explored(shape.test(), Options.PLAIN);

    assertThat(verdict.grade()).as(verdict.toString()).isIn(Grade.AGREES, Grade.INCOMPLETE);
    assertThat(verdict.missing())
        .containsExactlyInAnyOrderElementsOf(
            shape.missing().entrySet().stream()
                .filter(entry -> LEFT_OUT.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
  }

  private static StressVerdict explored(Class<?> test, Options options)
      throws InterruptedException {
    return StressVerdict.of(StressTests.of(test.getName(), HERE), HERE, ALL, options);
  }

  @Test
  void saysUnknownWhenThereAreMoreStates() throws InterruptedException {
    StressVerdict verdict = explored(Updates.Adder.class, Options.PLAIN.states(1000));

    assertThat(verdict.grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(verdict.unknown()).contains("more than 1,000 states");
  }

  @Test
  void findsThemByTheirNames() {
    String paths = System.getProperty("java.class.path");
    List<StressTest> found =
        StressTests.matching("jcstress\\.shape\\.litmus\\.StoreBuffering", first(paths), HERE);

    assertThat(found)
        .extracting(test -> test.name().replaceAll(".*\\$", ""))
        .contains("Plain", "Opaque", "Volatile");
    assertThat(found).hasSameSizeAs(Set.copyOf(found));
  }

  private static String first(String paths) {
    return paths.substring(0, paths.indexOf(File.pathSeparatorChar));
  }

  @Test
  void aClassWithoutTheAnnotationIsNone() {
    assertThatThrownBy(() -> StressTests.of(Program.class.getName(), HERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no @JCStressTest");
  }

  /** Controls: what each kind of wrong annotation is graded as. */
  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(Class<?> test, Grade grade, String says) throws InterruptedException {
    StressVerdict verdict = explored(test, Options.PLAIN);

    assertThat(verdict.grade()).isEqualTo(grade);
    assertThat(String.valueOf(verdict.witness())).contains(says);
  }

  static Stream<Object[]> wrong() {
    return Stream.of(
        new Object[] {WrongShapes.Forbidden.class, Grade.FORBIDDEN, "the result is 0, 0"},
        new Object[] {WrongShapes.Unlisted.class, Grade.UNLISTED, "the result is 0, 0"},
        new Object[] {WrongShapes.Throws.class, Grade.UNLISTED, "ArithmeticException"},
        new Object[] {WrongShapes.Sleeps.class, Grade.UNLISTED, "sleeps for ever"},
        new Object[] {WrongShapes.Stale.class, Grade.FORBIDDEN, "null"});
  }
}

package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Operation;
import org.sabring.explore.memory.MemoryModel;

/** Java's constructs, each with what comes of it when the same code runs twice at once. */
class LanguageTest {

  enum Color {
    RED,
    GREEN
  }

  record Pair(int left, @Nullable String right) {}

  interface Greets {
    int number();

    default String greet() {
      return "hello " + number();
    }
  }

  /** A class with all that classes have. */
  static final class Zoo implements Greets {
    private final ThreadLocal<Integer> own = ThreadLocal.withInitial(() -> 7);
    private final Map<Color, Integer> byColor = new EnumMap<>(Color.class);
    private final boolean[] flags = new boolean[2];
    private final byte[] bytes = new byte[2];
    private final char[] chars = {'a', 'b'};
    private final short[] shorts = new short[2];
    private final int[][] table = new int[2][3];
    private final String[][] ragged = {{"x"}, {"y", "z"}};
    private double real = 0.5;
    private float single;
    private long wide;
    private int count;
    private boolean flag;
    private @Nullable Pair pair;

    /** Reaches the object around it. */
    final class Inner {
      int next() {
        return ++count;
      }
    }

    @Override
    public int number() {
      return ++count;
    }

    synchronized String arrays() {
      flags[1] ^= true;
      bytes[0] -= 3;
      chars[1]++;
      shorts[1] = (short) (bytes[0] << 10);
      table[1][2] += 4;
      ragged[1][0] = ragged[0][0] + ragged[1][1];
      return "%b %d %c %d %d %s"
          .formatted(flags[1], bytes[0], chars[1], shorts[1], table[1][2], ragged[1][0]);
    }

    synchronized String numbers() {
      real *= 3;
      single += 0.25f;
      wide += 1L << 40;
      flag = !flag;
      return real + " " + single + " " + wide + " " + flag;
    }

    synchronized int throwing() {
      try {
        try {
          if (++count > 0) {
            throw new IllegalStateException("one");
          }
          return 0;
        } finally {
          count += 10;
        }
      } catch (IllegalStateException e) {
        count += e.getMessage().length();
      }
      return count;
    }

    int nested() {
      synchronized (this) {
        synchronized (bytes) {
          synchronized (this) {
            return ++count;
          }
        }
      }
    }

    synchronized int switches(String word) {
      return switch (word) {
        case "Aa" -> color(Color.RED);
        case "BB" -> color(Color.valueOf("GREEN"));
        default -> -1;
      };
    }

    private int color(Color color) {
      int times = byColor.merge(color, 1, Integer::sum);
      return switch (color) {
        case RED -> 10 + times;
        case GREEN -> 20 + times;
      };
    }

    synchronized String records() {
      Pair before = pair;
      pair = new Pair(before == null ? 1 : before.left() + 1, "p");
      return pair + " " + pair.equals(before) + " " + pair.equals(new Pair(1, "p"));
    }

    int ofThread() {
      int mine = own.get();
      own.set(mine + 1);
      return own.get();
    }

    synchronized int reflects() throws ReflectiveOperationException {
      Field field = Zoo.class.getDeclaredField("count");
      field.setAccessible(true);
      field.setInt(this, field.getInt(this) + 1);
      return (int) field.get(this);
    }

    synchronized int lambdas() {
      int[] boxed = {0};
      Runnable adds = () -> boxed[0] += ++count;
      adds.run();
      IntSupplier supplies = this::number;
      return boxed[0] * 10 + supplies.getAsInt();
    }

    synchronized int anonymous() {
      Object object =
          new Object() {
            @Override
            public int hashCode() {
              return ++count;
            }
          };
      return object.hashCode();
    }

    /** Arrays that code of the JDK has made, and filled. */
    synchronized String fromTheJdk() {
      byte[] made = "abc".getBytes(StandardCharsets.US_ASCII);
      made[1] = (byte) (made[1] + ++count);
      List<Integer> list = new ArrayList<>(List.of(7, 8, 9));
      String[] words = "x y".split(" ");
      Object[] three = List.of("p", "q", "r").toArray();
      return new String(made, StandardCharsets.US_ASCII) + list + words[1] + three[2];
    }

    synchronized long clock() {
      return System.nanoTime() + System.currentTimeMillis() + count++;
    }
  }

  static List<Arguments> constructs() {
    return List.of(
        does("arrays", Zoo::arrays, "true -3 c -3072 4 xz; false -6 d -6144 8 xz"),
        does("numbers", Zoo::numbers, "1.5 0.25 1099511627776 true; 4.5 0.5 2199023255552 false"),
        does("throwing", Zoo::throwing, "14; 28"),
        does("nested", Zoo::nested, "1; 2"),
        does("switch on a string", zoo -> zoo.switches("Aa"), "11; 12"),
        does("switch on an enum", zoo -> zoo.switches("BB"), "21; 22"),
        does(
            "records",
            Zoo::records,
            "Pair[left=1, right=p] false true; " + "Pair[left=2, right=p] false false"),
        does("a thread local", Zoo::ofThread, "8; 8"),
        does("reflection", Zoo::reflects, "1; 2"),
        does("lambdas", Zoo::lambdas, "12; 34"),
        does("anonymous classes", Zoo::anonymous, "1; 2"),
        does("arrays of the JDK", Zoo::fromTheJdk, "acc[7, 8, 9]yr; adc[7, 8, 9]yr"),
        does("the clock", Zoo::clock, "0; 1"),
        does("processors", zoo -> Runtime.getRuntime().availableProcessors(), "1; 1"),
        does(
            "an inner class",
            zoo -> {
              synchronized (zoo) {
                return zoo.new Inner().next();
              }
            },
            "1; 2"),
        does(
            "a default method",
            zoo -> {
              synchronized (zoo) {
                return zoo.greet();
              }
            },
            "hello 1; hello 2"));
  }

  private static Arguments does(String what, Operation.Body<Zoo> body, String outcome) {
    return Arguments.of(what, body, outcome);
  }

  /** Whoever is first gets the first answer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void constructs(String what, Operation.Body<Zoo> body, String outcome) throws Exception {
    String[] parts = outcome.split("; ", 2);
    String reversed = parts[1] + "; " + parts[0];
    for (MemoryModel model : MemoryModel.values()) {
      assertThat(Twice.both(Zoo::new, body, body).on(model).outcomes())
          .containsOnly(outcome, reversed);
    }
  }

  @Test
  void anArrayThatIsCapturedIsSharedAndBeginsAsItWas() throws Exception {
    int[] captured = {4};
    Twice twice =
        Twice.both(
            Object::new,
            lock -> {
              synchronized (lock) {
                return captured[0]++;
              }
            },
            lock -> {
              synchronized (lock) {
                return captured[0]++;
              }
            });
    assertThat(twice.outcomes()).containsExactly("4; 5", "5; 4");
    assertThat(captured).containsExactly(4);
  }
}

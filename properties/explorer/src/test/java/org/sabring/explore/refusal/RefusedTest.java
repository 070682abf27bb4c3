package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jctools.util.UnsafeAccess.UNSAFE;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Operation;
import org.sabring.explore.runtime.Refused;

/** What is refused, and how: class, method, line, what it is, and what to do instead. */
class RefusedTest {

  /** Code that the engine cannot follow. */
  @SuppressWarnings("unused")
  static final class Bad {
    final byte[] bytes = new byte[8];
    int value;
    @Nullable Object held;

    int startsAThread() {
      Thread thread = new Thread(() -> value = 1);
      thread.start();
      return value;
    }

    int startsASubclass() {
      Thread thread =
          new Thread() {
            @Override
            public void run() {
              value = 1;
            }
          };
      thread.start();
      return value;
    }

    int runsInParallel() {
      return List.of(1, 2, 3).parallelStream().mapToInt(each -> each).sum();
    }

    int usesAnExecutor() throws Exception {
      return Executors.newFixedThreadPool(1).submit(() -> 1).get();
    }

    int usesTheCommonPool() throws Exception {
      return CompletableFuture.supplyAsync(() -> 1).get();
    }

    int exits() {
      System.exit(1);
      return 0;
    }

    int isRandom() {
      return new Random().nextInt(2);
    }

    int isMathRandom() {
      return Math.random() < 0.5 ? 1 : 0;
    }

    String isUnique() {
      return UUID.randomUUID().toString();
    }

    native int inC();

    int callsC() {
      return inC();
    }

    int goesOffTheHeap() {
      ByteBuffer buffer = ByteBuffer.allocateDirect(8);
      buffer.putInt(0, 1);
      return buffer.getInt(0);
    }

    long viewsBytes() {
      VarHandle view = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
      return (long) view.getVolatile(bytes, 0);
    }

    long readsBytesAsLong() {
      return UNSAFE.getLong(bytes, (long) UNSAFE.arrayBaseOffset(byte[].class));
    }

    long goesToAnAddress() {
      return UNSAFE.getLong(UNSAFE.allocateMemory(8));
    }

    int sharesABuilder() {
      held = new StringBuilder();
      return 1;
    }

    int sharesARandom() {
      held = new Random(1);
      return 1;
    }

    int sharesAnIterator() {
      held = List.of(1, 2).iterator();
      return 1;
    }

    int hidesItBehindReflection() throws ReflectiveOperationException {
      Method method = Bad.class.getDeclaredMethod("sharesABuilder");
      try {
        return (int) method.invoke(this);
      } catch (InvocationTargetException e) {
        return -1;
      }
    }

    int swallows() {
      try {
        return sharesARandom();
      } catch (Throwable e) {
        return -1;
      } finally {
        value = 2;
      }
    }

    int initializesAClass() {
      return Inner.VALUE;
    }

    static final class Inner {
      static final int VALUE = new Random().nextInt();
    }
  }

  static List<Arguments> refusals() {
    return List.of(
        bad("startsAThread", Bad::startsAThread, "java.lang.Thread.start", "a side of its own"),
        bad("startsASubclass", Bad::startsASubclass, "java.lang.Thread.start", "a side of its own"),
        bad("runsInParallel", Bad::runsInParallel, "parallelStream", "a side of its own"),
        bad("usesAnExecutor", Bad::usesAnExecutor, "a java.lang.ThreadGroup in", "rewritten"),
        bad("usesTheCommonPool", Bad::usesTheCommonPool, "Thread.start", "a side of its own"),
        bad("exits", Bad::exits, "java.lang.System.exit", "return or throw"),
        bad("isRandom", Bad::isRandom, "java.util.Random", "Random(seed)"),
        bad("isMathRandom", Bad::isMathRandom, "java.lang.Math.random", "Random(seed)"),
        bad("isUnique", Bad::isUnique, "java.util.UUID.randomUUID", "Random(seed)"),
        bad("callsC", Bad::callsC, "Bad.inC", "without native code"),
        bad("goesOffTheHeap", Bad::goesOffTheHeap, "putInt", "Use arrays"),
        bad("viewsBytes", Bad::viewsBytes, "a view of bytes as long", "mixed size"),
        bad("readsBytesAsLong", Bad::readsBytesAsLong, "LONG", "the type that is there"),
        bad("goesToAnAddress", Bad::goesToAnAddress, "allocateMemory", "Use arrays"),
        bad("sharesABuilder", Bad::sharesABuilder, "a java.lang.StringBuilder in", "rewritten"),
        bad("sharesARandom", Bad::sharesARandom, "a java.util.Random in", "rewritten"),
        bad("sharesAnIterator", Bad::sharesAnIterator, "ListItr in", "rewritten"),
        bad("sharesABuilder", Bad::hidesItBehindReflection, "StringBuilder in", "rewritten"),
        bad("sharesARandom", Bad::swallows, "a java.util.Random in", "rewritten"),
        bad("<clinit>", Bad::initializesAClass, "java.util.Random", "Random(seed)"));
  }

  private static Arguments bad(
      String method, Operation.Body<Bad> body, String what, String advice) {
    return Arguments.of(method, body, what, advice);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(String method, Operation.Body<Bad> body, String what, String advice) {
    String message = Twice.alone(Bad::new, body).refusal();
    assertThat(message)
        .containsPattern(
            "^(\\S*, called from )?RefusedTest\\$\\S*\\."
                + method
                + "\\(RefusedTest.java:\\d+\\): ")
        .contains(what)
        .contains(advice);
  }

  /** Nothing of the program: what code finds there is another thing each time it is run. */
  private static final String FICKLE = "sabring.refusal.fickle";

  @Test
  void codeThatEndsEarlierTheSecondTimeIsRefused() {
    Operation.Body<Bad> fickle =
        bad -> {
          boolean again = Boolean.getBoolean(FICKLE);
          System.setProperty(FICKLE, "true");
          if (again) {
            return 0;
          }
          synchronized (bad) {
            return bad.value;
          }
        };
    try {
      assertThatThrownBy(() -> Twice.both(Bad::new, fickle, fickle).explored())
          .isInstanceOf(Refused.class)
          .hasMessageContaining("the call is not deterministic: ");
    } finally {
      System.clearProperty(FICKLE);
    }
  }

  @Test
  void whatHoldsStateIsNotCaptured() {
    StringBuilder builder = new StringBuilder();
    List<Integer> list = new ArrayList<>(List.of(1));
    Operation.Body<Bad> appends = bad -> builder.append(bad.value).length();
    Operation.Body<Bad> adds = bad -> list.add(bad.value);
    assertThatThrownBy(() -> Twice.alone(Bad::new, appends).explored())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a java.lang.StringBuilder is captured by code under test:"
                + " only values and serializable lambdas cross; make it inside");
    assertThatThrownBy(() -> Twice.alone(Bad::new, adds).outcomes())
        .hasMessageContaining("call throws java.lang.UnsupportedOperationException");
    assertThat(list).containsExactly(1);
  }
}

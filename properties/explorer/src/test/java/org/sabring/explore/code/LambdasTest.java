package org.sabring.explore.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Lambdas as classes do what they do as lambdas; nothing else is rewritten here. */
class LambdasTest {

  static class Above {
    String who() {
      return "above";
    }
  }

  /** Every kind of body, and every conversion between an interface and a body. */
  public static final class Bodies extends Above implements Supplier<List<Object>> {
    private final int own = 3;

    @Override
    String who() {
      return "below";
    }

    private long hidden(int more) {
      return (long) own + more;
    }

    @Override
    public List<Object> get() {
      long wide = 1L << 40;
      double real = 0.5;
      byte small = 7;
      IntSupplier captures = () -> (int) (wide >> 38) + (int) (real * 4) + small + own;
      Supplier<String> above = super::who;
      Function<Integer, Long> virtual = this::hidden;
      BiFunction<Bodies, Integer, Long> unbound = Bodies::hidden;
      ToDoubleFunction<Integer> unboxedAndWidened = Integer::intValue;
      LongFunction<Object> boxed = value -> value;
      IntFunction<StringBuilder> constructor = StringBuilder::new;
      Supplier<List<String>> collection = ArrayList::new;
      UnaryOperator<int[]> copy = int[]::clone;
      Supplier<Supplier<String>> nested = () -> () -> who() + own;
      return List.of(
          captures.getAsInt(),
          above.get(),
          virtual.apply(4),
          unbound.apply(this, 5),
          unboxedAndWidened.applyAsDouble(6),
          boxed.apply(7),
          constructor.apply(8).length(),
          collection.get(),
          copy.apply(new int[] {9})[0],
          nested.get().get());
    }
  }

  private static final class Plain extends ClassLoader {

    private final Map<String, byte[]> files = new HashMap<>();

    Plain() {
      super(LambdasTest.class.getClassLoader());
      for (Class<?> type : List.of(Above.class, Bodies.class)) {
        String name = type.getName().replace('.', '/');
        ClassNode host = new ClassNode();
        new ClassReader(new ClassFiles(getParent(), Map.of()).bytes(name)).accept(host, 0);
        add(host);
        Lambdas.rewrite(host).forEach(this::add);
        add(host);
      }
    }

    private void add(ClassNode node) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      node.accept(writer);
      files.put(node.name.replace('/', '.'), writer.toByteArray());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      byte[] file = files.get(name);
      if (loaded != null || file == null) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      return defineClass(name, file, 0, file.length);
    }
  }

  @Test
  void theyGiveWhatTheyGaveBefore() throws ReflectiveOperationException {
    Class<?> rewritten = new Plain().loadClass(Bodies.class.getName());
    assertThat(rewritten).isNotEqualTo(Bodies.class);
    Object bodies = rewritten.getDeclaredConstructor().newInstance();
    assertThat(((Supplier<?>) bodies).get()).isEqualTo(new Bodies().get());
    assertThat(rewritten.getDeclaredMethods())
        .extracting(method -> method.getName())
        .contains("sabring$0", "sabring$10");
  }
}

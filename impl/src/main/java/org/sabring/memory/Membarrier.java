package org.sabring.memory;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A full fence in every running thread of this process, at once: Linux' {@code membarrier}, command
 * private expedited. For the slow side of a handshake, so that the fast side needs no fence.
 *
 * <p>The call goes through {@code java.lang.foreign} of Java 22, found by reflection: these classes
 * are compiled for Java 17, and a handful of calls is not worth a second compilation. Where
 * anything is missing, or native access is not enabled, it {@linkplain #isThere is not there}: the
 * JVM prints no warning and loads no native code.
 */
final class Membarrier {

  /** The number of the system call, by {@code os.arch}. */
  private static final Map<String, Long> NUMBERS = Map.of("amd64", 324L, "aarch64", 283L);

  private static final int PRIVATE_EXPEDITED = 1 << 3;
  private static final int REGISTER_PRIVATE_EXPEDITED = 1 << 4;

  private static final long NUMBER = NUMBERS.getOrDefault(System.getProperty("os.arch", ""), -1L);

  /** {@code long syscall(long number, int command, int flags, int cpu)}; null: it is not there. */
  private static final @Nullable MethodHandle SYSTEM_CALL = registered();

  private Membarrier() {}

  /** Whether this process can make the call. */
  static boolean isThere() {
    return SYSTEM_CALL != null;
  }

  /**
   * Every access that any thread of this process has made before this comes before every access
   * that the caller makes after it, and what the caller did before it comes before everything that
   * any thread does after it. Takes about a microsecond.
   *
   * @throws IllegalStateException when it {@linkplain #isThere is not there}, or the call fails
   */
  static void everywhere() {
    MethodHandle call = SYSTEM_CALL;
    long answer = call == null ? -1 : call(call, PRIVATE_EXPEDITED);
    if (answer != 0) {
      throw new IllegalStateException("membarrier=" + answer + ", expected 0");
    }
  }

  private static long call(MethodHandle systemCall, int command) {
    try {
      return (long) systemCall.invokeExact(NUMBER, command, 0, 0);
    } catch (Throwable e) { // the handle declares it; a system call throws nothing
      throw new IllegalStateException("membarrier", e);
    }
  }

  /** The call, if the process could be registered with the kernel, as it asks for. */
  private static @Nullable MethodHandle registered() {
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    if (!linux || NUMBER < 0 || Runtime.version().feature() < 22) {
      return null;
    }
    try {
      MethodHandle found = systemCall();
      return found != null && call(found, REGISTER_PRIVATE_EXPEDITED) == 0 ? found : null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // another JVM, or one that refuses: the caller has another way
    }
  }

  /** Linker.nativeLinker().downcallHandle(syscall, (long, int...) long); null: not allowed. */
  private static @Nullable MethodHandle systemCall() throws ReflectiveOperationException {
    Module here = Membarrier.class.getModule();
    if (!(boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(here)) {
      return null;
    }
    Class<?> linkers = foreign("Linker");
    Class<?> descriptors = foreign("FunctionDescriptor");
    Class<?> layouts = foreign("MemoryLayout");
    Class<?> options = foreign("Linker$Option");
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object symbols = linkers.getMethod("defaultLookup").invoke(linker);
    Optional<?> address =
        (Optional<?>)
            foreign("SymbolLookup").getMethod("find", String.class).invoke(symbols, "syscall");
    if (address.isEmpty()) {
      return null;
    }
    Object number = foreign("ValueLayout").getField("JAVA_LONG").get(null);
    Object argument = foreign("ValueLayout").getField("JAVA_INT").get(null);
    Object type =
        descriptors
            .getMethod("of", layouts, layouts.arrayType())
            .invoke(null, number, array(layouts, number, argument, argument, argument));
    Object variadic = options.getMethod("firstVariadicArg", int.class).invoke(null, 1);
    return (MethodHandle)
        linkers
            .getMethod("downcallHandle", foreign("MemorySegment"), descriptors, options.arrayType())
            .invoke(linker, address.get(), type, array(options, variadic));
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  private static Object array(Class<?> type, Object... elements) {
    Object array = Array.newInstance(type, elements.length);
    for (int i = 0; i < elements.length; i++) {
      Array.set(array, i, elements[i]);
    }
    return array;
  }
}

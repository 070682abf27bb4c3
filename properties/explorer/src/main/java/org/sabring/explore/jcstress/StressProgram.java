package org.sabring.explore.jcstress;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.crossing.Crossing;
import org.sabring.explore.crossing.InWorld;
import org.sabring.explore.jcstress.StressTest.Part;
import org.sabring.explore.monitor.MethodCall;

/**
 * The program that a jcstress test is: a side for each actor, and one that begins when all have
 * ended, for the arbiter and for the result as a text.
 */
final class StressProgram {

  /** What tells the result. */
  static final MethodCall RESULT = MethodCall.of("result");

  /**
   * The objects of a test, in the world of rewritten classes.
   *
   * @param self the test
   * @param state its state; the test if it is its own
   * @param result its result; null in a termination test
   */
  private record Instances(Object self, @Nullable Object state, @Nullable Object result) {

    Object[] fitting(Method method) {
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] =
            types[i].isInstance(result) ? result : types[i].isInstance(state) ? state : self;
      }
      return arguments;
    }
  }

  private StressProgram() {}

  static Program of(StressTest test, ClassLoader classPath, Code code) {
    Making making = new Making(classPath, test);
    Program.Sharing<Object> sharing = Program.sharingInside(making);
    char letter = 'A';
    for (Part actor : test.actors()) {
      sharing = sharing.side(letter++, operation(classPath, actor));
    }
    Part signal = test.signal();
    if (signal != null) {
      sharing = sharing.side('S', operation(classPath, signal));
    }
    if (test.result() != null) {
      Operation<Object> told = Operation.of(RESULT, new Telling(classPath));
      Part arbiter = test.arbiter();
      sharing =
          sharing.last(
              'Z', arbiter == null ? List.of(told) : List.of(operation(classPath, arbiter), told));
    }
    return sharing.with(code).program();
  }

  private static Operation<Object> operation(ClassLoader classPath, Part part) {
    return Operation.of(MethodCall.of(part.method()), new Calling(classPath, part));
  }

  private static <T> T invoked(Invocation<T> invocation) throws Exception {
    try {
      return invocation.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception exception ? exception : e;
    }
  }

  private interface Invocation<T> {
    T run() throws Exception;
  }

  /** Makes the objects, each by its constructor without arguments. */
  private record Making(ClassLoader classPath, StressTest test)
      implements Program.Maker<Object, Object>, InWorld<Program.Maker<Object, Object>> {

    private static final long serialVersionUID = 1L;

    @Override
    public Program.Maker<Object, Object> in(Crossing crossing) throws ReflectiveOperationException {
      Class<?> self = crossing.inside(test.name());
      Class<?> state = test.state() == null ? null : crossing.inside(test.state());
      Class<?> result = test.result() == null ? null : crossing.inside(test.result());
      return unused -> {
        Object made = make(self);
        return new Instances(made, one(state, made), one(result, made));
      };
    }

    private static @Nullable Object one(@Nullable Class<?> type, Object self) throws Exception {
      return type == null || type.isInstance(self) ? self : make(type);
    }

    private static Object make(Class<?> type) throws Exception {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return invoked(constructor::newInstance);
    }

    @Override
    public Object make(Object from) {
      throw new UnsupportedOperationException("it is made inside");
    }
  }

  /** Calls an actor, arbiter or signal. */
  private record Calling(ClassLoader classPath, Part part)
      implements Operation.Body<Object>, InWorld<Operation.Body<Object>> {

    private static final long serialVersionUID = 1L;

    @Override
    public Operation.Body<Object> in(Crossing crossing) throws ReflectiveOperationException {
      Method found = null;
      for (Method method : crossing.inside(part.owner()).getDeclaredMethods()) {
        boolean same =
            method.getName().equals(part.method())
                && method.getParameterCount() == part.parameters().size()
                && !method.isBridge();
        found = same ? method : found;
      }
      Method called = Objects.requireNonNull(found);
      called.setAccessible(true);
      return objects -> {
        Instances of = (Instances) objects;
        invoked(() -> called.invoke(of.self(), of.fitting(called)));
        return null;
      };
    }

    @Override
    public Object run(Object self) {
      throw new UnsupportedOperationException("it is run inside");
    }
  }

  /** The result as a text: what jcstress counts. */
  private record Telling(ClassLoader classPath)
      implements Operation.Body<Object>, InWorld<Operation.Body<Object>> {

    private static final long serialVersionUID = 1L;

    @Override
    public Operation.Body<Object> in(Crossing crossing) {
      return this;
    }

    @Override
    public Object run(Object objects) {
      return String.valueOf(((Instances) objects).result());
    }
  }
}

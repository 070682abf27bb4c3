package org.sabring.ring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/**
 * Writes down every access to a real memory, as {@code setRelease WRITE 3}. A wait can be answered
 * from a script, so that spurious wake-ups and time-outs come when the test wants them.
 */
final class Recorder {

  private final List<String> steps = new ArrayList<>();
  private final Deque<Callable<Awaited>> script = new ArrayDeque<>();
  private final SharedInts real;
  private final RingLayout layout;

  Recorder(SharedInts real, RingLayout layout) {
    this.real = real;
    this.layout = layout;
  }

  SharedInts memory() {
    return (SharedInts)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {SharedInts.class}, this::access);
  }

  /** The answer to the next wait that has none yet. */
  Recorder answer(Callable<Awaited> wait) {
    script.add(wait);
    return this;
  }

  /** The accesses since the last call. */
  List<String> steps() {
    List<String> copy = List.copyOf(steps);
    steps.clear();
    return copy;
  }

  private Object access(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.isDefault()) { // several accesses, which come through here
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    if (!method.getName().equals("length")) {
      steps.add(describe(method.getName(), arguments));
    }
    if (method.getName().equals("await") && !script.isEmpty()) {
      return script.remove().call();
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private String describe(String name, Object[] arguments) {
    StringBuilder step = new StringBuilder(name).append(' ').append(word((int) arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      step.append(' ').append(arguments[i] instanceof Runnable ? "tell" : arguments[i]);
    }
    return step.toString();
  }

  private String word(int index) {
    Map<Integer, String> names =
        Map.of(
            layout.write(), "WRITE",
            layout.read(), "READ",
            layout.produced(), "PRODUCED",
            layout.consumed(), "CONSUMED",
            layout.producerWaits(), "PRODUCER_WAITS",
            layout.consumerWaits(), "CONSUMER_WAITS");
    return names.getOrDefault(index, "slot" + (index - layout.data()));
  }
}

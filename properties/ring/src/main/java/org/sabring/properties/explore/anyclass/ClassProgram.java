package org.sabring.properties.explore.anyclass;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Rest;
import org.sabring.explore.assertions.TestLines;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.OneCallAtATime;
import org.sabring.explore.monitor.SequentialModel;

/** A program on a class of somebody else's, from the words of a command line. */
final class ClassProgram {

  private static final String POLL = "poll";

  private final ClassOptions options;
  private final @Nullable Integer capacity;
  private final ClassLoader classPath;
  private final Program program;

  /**
   * The program of these options.
   *
   * @throws IllegalArgumentException naming what cannot be understood or found
   */
  ClassProgram(
      ClassOptions options,
      @Nullable Integer capacity,
      List<String> producers,
      List<String> consumers) {
    this.options = options;
    this.capacity = capacity;
    this.classPath = loader(options.classPath);
    this.program = program(producers, consumers);
  }

  Program program() {
    return program;
  }

  /** How a finding is written down as a test. */
  TestLines testLines() {
    List<String> declarations = new ArrayList<>();
    options.tolerated.forEach(field -> declarations.add(".tolerating(\"" + field + "\")"));
    for (String method : options.relaxed) {
      declarations.add(".relaxed(\"" + method + "\", false)");
      declarations.add(".relaxed(\"" + method + "\", null)");
    }
    if (options.model == ClassOptions.Model.FIFO && capacity != null) {
      declarations.add(".boundedFifo(" + capacity + ")");
    }
    if (options.maySleep) {
      declarations.add(".mayWait()");
    }
    if (options.realLocks) {
      declarations.add(".withRealLocks()");
    }
    boolean held = options.model != ClassOptions.Model.NONE;
    String object =
        TestLines.construction(find(Objects.requireNonNull(options.className)), arguments());
    return new TestLines(object, declarations, held ? "areLinearizable()" : "endWell()");
  }

  /** What it promises on a memory. */
  Monitor monitor(MemoryModel memory) {
    return switch (options.model) {
      case NONE -> options.maySleep ? new Lenient() : Monitor.NONE;
      case SELF -> on(memory, SequentialModel.ofItself(OneCallAtATime.of(program)));
      case FIFO ->
          on(memory, SequentialModel.boundedFifo(capacity == null ? Integer.MAX_VALUE : capacity));
    };
  }

  /** Nothing but what is promised to all, but that sides may sleep. */
  private record Lenient() implements Monitor {
    @Override
    public void rested(Rest rest) {}
  }

  private Monitor on(MemoryModel memory, SequentialModel<?> model) {
    LinearizabilityMonitor<?> now = LinearizabilityMonitor.to(model);
    for (String method : options.relaxed) {
      now = now.relaxed(method, false).relaxed(method, null);
    }
    return (options.maySleep ? now.orSleeping() : now).on(memory, program);
  }

  static ClassLoader loader(String path) {
    List<URL> urls = new ArrayList<>();
    for (String part : path.split(File.pathSeparator, -1)) {
      File file = new File(part);
      if (!part.isEmpty() && !file.exists()) {
        throw new IllegalArgumentException("--classpath: " + part + " does not exist");
      }
      try {
        if (!part.isEmpty()) {
          urls.add(file.toURI().toURL());
        }
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("--classpath: " + part, e);
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), Explorer.class.getClassLoader());
  }

  private Program program(List<String> producers, List<String> consumers) {
    String name = Objects.requireNonNull(options.className);
    Class<?> type = find(name);
    Program.Sharing<Object> sharing = Program.sharing(classPath, name, arguments());
    sharing = sides(sharing, 'P', producers);
    sharing = sides(sharing, 'C', consumers);
    sharing = sides(sharing, 'A', options.sides);
    if (sharing.program().count() == 0) {
      throw new IllegalArgumentException(
          "no calls: expected --producer, --consumer or --side, for example --producer 'offer 1'");
    }
    List<Operation<Object>> last = last(type);
    if (!last.isEmpty()) {
      sharing = sharing.last('Z', last);
    }
    Code code = Code.PLAIN.tolerating(options.tolerated.toArray(new String[0]));
    Program made = sharing.with(options.realLocks ? code.withRealLocks() : code).program();
    return made;
  }

  private Class<?> find(String name) {
    try {
      return Class.forName(name, false, classPath);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "--queue: no class %s on the class path '%s'".formatted(name, options.classPath), e);
    }
  }

  private List<Object> arguments() {
    if (options.arguments != null) {
      return Arrays.stream(options.arguments.split(",", -1))
          .map(text -> CallWords.value(text.strip()))
          .toList();
    }
    return capacity == null ? List.of() : List.of(capacity);
  }

  /** The first is called as given, those after it by the letters that follow. */
  private Program.Sharing<Object> sides(
      Program.Sharing<Object> so, char first, List<String> sides) {
    Program.Sharing<Object> sharing = so;
    char letter = first;
    for (String calls : sides) {
      while (has(sharing.program(), letter)) {
        letter++;
      }
      sharing = sharing.side(letter, operations(calls));
    }
    return sharing;
  }

  private static boolean has(Program program, char letter) {
    for (int side = 0; side < program.count(); side++) {
      if (program.letter(side) == letter) {
        return true;
      }
    }
    return false;
  }

  private List<Operation<Object>> operations(String calls) {
    List<Operation<Object>> operations = new ArrayList<>();
    for (CallWords words : CallWords.all(calls)) {
      check(words.call());
      Operation<Object> one = Operation.named(classPath, words.call());
      boolean again = words.repeated();
      operations.add(again ? one.repeatedWhile(answer -> !Operation.DONE.equals(answer)) : one);
    }
    return operations;
  }

  private void check(MethodCall call) {
    Class<?> type = find(Objects.requireNonNull(options.className));
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (hasMethod(c.getDeclaredMethods(), call)) {
        return;
      }
    }
    if (!hasMethod(type.getMethods(), call)) {
      throw new IllegalArgumentException(
          "%s has no method %s with %d arguments"
              .formatted(options.className, call.method(), call.arguments().size()));
    }
  }

  private static boolean hasMethod(Method[] methods, MethodCall call) {
    return Arrays.stream(methods)
        .anyMatch(
            one ->
                one.getName().equals(call.method())
                    && one.getParameterCount() == call.arguments().size());
  }

  private List<Operation<Object>> last(Class<?> type) {
    if (options.last != null) {
      return operations(options.last);
    }
    boolean polls =
        Arrays.stream(type.getMethods())
            .anyMatch(m -> m.getName().equals(POLL) && m.getParameterCount() == 0);
    boolean used = polls && options.model != ClassOptions.Model.NONE;
    return used ? operations(POLL + "*") : List.of();
  }
}

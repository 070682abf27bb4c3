package org.sabring.bugs.rivals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.sabring.bugs.Bug;
import org.sabring.bugs.Bugs;
import org.sabring.bugs.Parts;

/**
 * For each test a {@code Runnable} with threads, as one would write it by hand for a tool that
 * takes those: its source is made from the annotations. By reflection it would be one for all, but
 * Lincheck does not look into what is called so.
 */
final class Drivers {

  private static final String PACKAGE = "org.sabring.bugs.rivals.made";

  private Drivers() {}

  /** The name of the driver of a test. */
  static String nameOf(Class<?> test) {
    return PACKAGE + "." + simpleName(test);
  }

  /** A short name of a test. */
  static String simpleName(Class<?> test) {
    return test.getEnclosingClass().getSimpleName() + test.getSimpleName();
  }

  /** Makes all of them. */
  static void make(Path sources, Path classes) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(sources);
    for (Bug bug : Bugs.ALL) {
      for (Class<?> test : List.of(bug.buggy(), bug.mended())) {
        Path file = sources.resolve(simpleName(test) + ".java");
        Files.writeString(file, source(test));
        files.add(file);
      }
    }
    compile(classes, files, List.of("-proc:none"));
  }

  /** Makes what jcstress makes of the tests. */
  static void makeForJcstress(Path tests, Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(tests)) {
      List<Path> all =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .toList();
      String processor = "org.openjdk.jcstress.infra.processors.JCStressTestProcessor";
      compile(classes, all, List.of("-processor", processor));
    }
  }

  private static void compile(Path classes, List<Path> files, List<String> options)
      throws IOException {
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-nowarn", "-d", classes.toString(), "-cp", Forked.classPath()));
    files.forEach(file -> arguments.add(file.toString()));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new IllegalStateException("files=" + files + ", expected to compile");
    }
  }

  private static String source(Class<?> test) {
    Parts parts = Parts.of(test);
    StringBuilder threads = new StringBuilder();
    for (Method actor : parts.actors()) {
      threads.append("    threads.add(new Thread(() -> ").append(call(actor)).append("));\n");
    }
    String arbiters =
        parts.arbiters().stream()
            .map(arbiter -> "    " + call(arbiter) + ";\n")
            .collect(Collectors.joining());
    return """
    package %s;

    public final class %s implements Runnable {
      private final org.sabring.bugs.Grading grading = org.sabring.bugs.Grading.of(%3$s.class);

      @Override
      public void run() {
        %3$s test = new %3$s();
        %4$s result = new %4$s();
        java.util.List<Thread> threads = new java.util.ArrayList<>();
    %5$s    for (Thread thread : threads) {
          thread.start();
        }
        try {
          for (Thread thread : threads) {
            thread.join();
          }
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
    %6$s    String outcome = result.toString();
        if (grading.isForbidden(outcome)) {
          throw new AssertionError("forbidden outcome: " + outcome);
        }
      }
    }
    """
        .formatted(
            PACKAGE,
            simpleName(test),
            test.getCanonicalName(),
            parts.result().getName(),
            threads,
            arbiters);
  }

  private static String call(Method method) {
    return "test.%s(%s)"
        .formatted(method.getName(), method.getParameterCount() == 0 ? "" : "result");
  }
}

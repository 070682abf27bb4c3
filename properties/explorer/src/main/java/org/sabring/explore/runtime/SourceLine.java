package org.sabring.explore.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/**
 * A place in the source of the code under test.
 *
 * @param className of the method, as it is named there
 * @param method its name
 * @param file its source file
 * @param line its line, or negative if that is not known
 */
public record SourceLine(String className, String method, String file, int line) {

  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final SourceLine NOWHERE = new SourceLine("?", "?", "?", -1);

  private static final List<String> OF_JDK = List.of("java.", "jdk.", "sun.");

  private static final List<String> NOT_UNDER_TEST =
      List.of("java.", "jdk.", "org.sabring.explore.runtime.", "org.sabring.explore.hook.");

  /** Where the code that runs now has come to. */
  static SourceLine now() {
    return WALKER.walk(
        frames ->
            frames.filter(SourceLine::isUnderTest).findFirst().map(SourceLine::of).orElse(NOWHERE));
  }

  /** The same as a text; if that is in the JDK or has no line, also from where it was called. */
  static String path() {
    SourceLine here = now();
    if (here.isClear()) {
      return here.toString();
    }
    return WALKER.walk(
        frames ->
            frames
                .filter(SourceLine::isUnderTest)
                .map(SourceLine::of)
                .filter(SourceLine::isClear)
                .findFirst()
                .map(caller -> here + ", called from " + caller)
                .orElse(here.toString()));
  }

  private boolean isClear() {
    return line >= 0 && OF_JDK.stream().noneMatch(className::startsWith);
  }

  private static SourceLine of(StackFrame frame) {
    String name = frame.getClassName();
    String original = name.startsWith("copied.") ? name.substring("copied.".length()) : name;
    String file = frame.getFileName() == null ? "?" : frame.getFileName();
    return new SourceLine(original, frame.getMethodName(), file, frame.getLineNumber());
  }

  /** Whether it is code under test, and not what the engine or the JDK do for it. */
  private static boolean isUnderTest(StackFrame frame) {
    String name = frame.getClassName();
    return NOT_UNDER_TEST.stream().noneMatch(name::startsWith)
        && !name.contains("$$sabring$")
        && !frame.getMethodName().startsWith("sabring$");
  }

  @Override
  public String toString() {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return line < 0 ? simple + "." + method : "%s.%s(%s:%d)".formatted(simple, method, file, line);
  }
}

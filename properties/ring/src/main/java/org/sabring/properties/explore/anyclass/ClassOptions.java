package org.sabring.properties.explore.anyclass;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code sabring explore} that are about a class of somebody else's. */
public final class ClassOptions {

  @Option(
      names = {"--queue", "--class"},
      paramLabel = "CLASS",
      description = "Explores this class instead of the ring here; --capacity is its argument.")
  @Nullable String className;

  @Option(
      names = "--jcstress",
      paramLabel = "PATTERN",
      description =
          "Explores the compiled jcstress tests on --classpath whose names match, on --memory, or"
              + " if that is not given, on all three.")
  @Nullable String jcstress;

  @Option(
      names = "--races",
      description = "Of --jcstress: a data race is a finding, too, as it is of any other class.")
  boolean races;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Where the class is: jars and folders.")
  String classPath = "";

  @Option(
      names = "--arguments",
      paramLabel = "ARGS",
      description = "Of its constructor, if not the capacity: numbers, words, with commas.")
  @Nullable String arguments;

  @Option(
      names = "--side",
      paramLabel = "CALLS",
      description = "One side more, with these calls: 'push 1, pop'. May be repeated.")
  List<String> sides = List.of();

  @Option(
      names = "--finally",
      paramLabel = "CALLS",
      description =
          "Calls after all sides have ended; poll* until nothing is left. Default: that, if the"
              + " class has a poll without arguments.")
  @Nullable String last;

  @Option(
      names = "--model",
      description =
          "What it has to be: ${COMPLETION-CANDIDATES}. SELF is the class itself, one call at a"
              + " time; FIFO a queue of --capacity elements; NONE asks for no races, exceptions and"
              + " sleepers alone. Default: ${DEFAULT-VALUE}.",
      defaultValue = "SELF")
  Model model = Model.SELF;

  @Option(
      names = "--tolerate",
      paramLabel = "FIELD",
      description = "A field, as Class.field, whose races are meant to be. May be repeated.")
  List<String> tolerated = List.of();

  @Option(
      names = "--relaxed",
      paramLabel = "METHOD",
      description = "A method that may fail (false, null) while others are at work.")
  List<String> relaxed = List.of();

  @Option(
      names = "--may-sleep",
      description = "A side may sleep for ever: a take when nothing is left, for example.")
  boolean maySleep;

  @Option(
      names = "--real-locks",
      description = "The JDK's own ReentrantLock, and not the explorer's model of it.")
  boolean realLocks;

  @Option(names = "--weaken", description = "Tries every access weaker: which modes are needed?")
  boolean weaken;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page on which what is found can be stepped through.")
  @Nullable Path html;

  /** What an object is held against. */
  enum Model {
    SELF,
    FIFO,
    NONE
  }

  /** Whether jcstress tests were named. */
  public boolean isJcstress() {
    return jcstress != null;
  }

  /** Whether a class was named. */
  public boolean isGiven() {
    return className != null;
  }
}

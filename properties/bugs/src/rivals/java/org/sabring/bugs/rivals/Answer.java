package org.sabring.bugs.rivals;

/**
 * What a tool said of a test.
 *
 * @param says whether it has found something
 * @param why in its own words; empty if it has nothing to say
 * @param work seconds of processor time of its JVM, without those that it forks
 * @param clock seconds from the start of its JVM to its end
 */
record Answer(Says says, String why, double work, double clock) {

  enum Says {
    /** It has found a mistake. */
    MISTAKE,
    /** It has come to its end, and found none. */
    NONE,
    /** Its time was over, and it had found none. */
    TIME_OVER,
    /** It has stopped with an error of its own. */
    REFUSES
  }

  /** The line in which a main method of ours says what it has got. */
  static final String MARK = "RIVAL ";

  /** Prints it, for {@link #parse}. */
  static void print(Says says, Object why) {
    String first = why.toString().lines().map(String::strip).reduce("", Answer::joined);
    System.out.println(MARK + says + " " + first);
  }

  private static String joined(String before, String line) {
    return before.length() > 300 || line.isEmpty()
        ? before
        : before.isEmpty() ? line : before + " / " + line;
  }

  static Answer parse(String output, double work, double clock, boolean isOver) {
    return output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .findFirst()
        .map(line -> line.substring(MARK.length()).split(" ", 2))
        .map(parts -> new Answer(Says.valueOf(parts[0]), parts[1], work, clock))
        .orElseGet(
            () ->
                isOver
                    ? new Answer(Says.TIME_OVER, lastIteration(output), work, clock)
                    : new Answer(Says.REFUSES, lastLine(output), work, clock));
  }

  /** As a line, for {@link #ofLine}. */
  String line() {
    return "%s %s %s %s".formatted(says, work, clock, why);
  }

  static Answer ofLine(String line) {
    String[] parts = line.split(" ", 4);
    double work = Double.parseDouble(parts[1]);
    return new Answer(Says.valueOf(parts[0]), parts[3], work, Double.parseDouble(parts[2]));
  }

  /** What Fray says of how far it has come. */
  private static String lastIteration(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("Iterations:"))
        .reduce((a, b) -> b)
        .orElse("");
  }

  private static String lastLine(String output) {
    return output.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
  }
}

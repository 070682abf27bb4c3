package org.sabring.bugs.rivals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A tool that looks for bugs.
 *
 * @param command up to the test
 * @param isOnDrivers whether it takes a driver, and not the test itself
 * @param pattern of jcstress' own output, if a mistake is seen there; empty for others
 */
record Tool(String name, List<String> command, boolean isOnDrivers, String pattern) {

  Tool {
    command = List.copyOf(command);
  }

  /** What it says; what it has said before is kept beside its log. */
  Answer ask(Class<?> test, Path logs, int seconds) throws Exception {
    Path log = logs.resolve(name + "-" + Drivers.simpleName(test) + ".log");
    Path kept = logs.resolve(name + "-" + Drivers.simpleName(test) + ".answer");
    if (Files.exists(kept)) {
      return Answer.ofLine(Files.readString(kept));
    }
    Answer answer = askAnew(test, log, seconds);
    Files.writeString(kept, answer.line());
    return answer;
  }

  private Answer askAnew(Class<?> test, Path log, int seconds) throws Exception {
    List<String> all = new ArrayList<>(command);
    boolean isJcstress = !pattern.isEmpty();
    all.add(
        isOnDrivers ? Drivers.nameOf(test) : isJcstress ? test.getCanonicalName() : test.getName());
    Predicate<String> enough =
        said -> isJcstress && said.lines().anyMatch(line -> line.matches(pattern));
    Forked.Limit limit =
        isJcstress
            ? new Forked.Limit(Double.MAX_VALUE, 2.0 * seconds)
            : new Forked.Limit(seconds, 5.0 * seconds);
    Answer answer = Forked.run(all, log, limit, enough);
    return isJcstress ? ofJcstress(answer, Forked.said(log)) : answer;
  }

  /** The seconds that count: by the clock, if it forks more JVMs that do the work. */
  double seconds(Answer answer) {
    return pattern.isEmpty() ? answer.work() : answer.clock();
  }

  /** It says of each run how it was. */
  private Answer ofJcstress(Answer answer, String said) {
    return said.lines()
        .filter(line -> line.matches(pattern))
        .findFirst()
        .map(line -> new Answer(Answer.Says.MISTAKE, word(line), answer.work(), answer.clock()))
        .orElseGet(() -> withoutMistake(answer, said));
  }

  private static Answer withoutMistake(Answer answer, String said) {
    String impossible = "No scheduling is possible";
    if (said.contains(impossible)) {
      String why = impossible + ": it takes a processor for each actor";
      return new Answer(Answer.Says.REFUSES, why, answer.work(), answer.clock());
    }
    return said.contains("RUN RESULTS")
        ? new Answer(Answer.Says.NONE, "", answer.work(), answer.clock())
        : answer;
  }

  private static String word(String line) {
    return line.replaceFirst("^[. ]*", "").replaceFirst(" .*", "");
  }
}

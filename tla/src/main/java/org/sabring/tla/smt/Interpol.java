package org.sabring.tla.smt;

import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SMTInterpol, in pure Java: it proves. One at a time, for its instances share what they know of
 * quantifiers (a static table in its class Dawg).
 */
final class Interpol implements Solver {

  private static final Pattern TIMEOUT = Pattern.compile("\\(set-option :timeout (\\d+)\\)");

  /** By how much its clock, which counts milliseconds, may be ahead of ours. */
  private static final long CLOCKS_APART = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<String> answers = new ArrayList<>();

  /** How long it may take for a question, in nanoseconds: as the last script has asked for. */
  private long timeout = Long.MAX_VALUE;

  private final ParseEnvironment reader;

  Interpol() {
    DefaultLogger quiet = new DefaultLogger();
    quiet.setLoglevel(de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy.LOGLEVEL_ERROR);
    OptionMap options = new OptionMap(quiet, true);
    SMTInterpol script = new SMTInterpol(options);
    reader =
        new ParseEnvironment(script, options) {
          @Override
          public void printSuccess() {}

          @Override
          public void printResponse(Object response) {
            answers.add(response.toString());
          }

          @Override
          public void printError(String message) {
            throw new IllegalStateException("SMTInterpol: " + message);
          }
        };
  }

  @Override
  public List<String> run(String commands) {
    synchronized (Interpol.class) {
      answers.clear();
      Matcher option = TIMEOUT.matcher(commands);
      while (option.find()) {
        timeout = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(option.group(1)));
      }
      reader.parseStream(new StringReader(commands), "obligation");
      return List.copyOf(answers);
    }
  }

  /**
   * As the solver says, but for an answer that comes when its time is up: broken off in the middle,
   * SMTInterpol may say {@code sat} of what nothing satisfies.
   */
  @Override
  public Answer check(String commands) {
    synchronized (Interpol.class) {
      long start = System.nanoTime();
      Answer answer = Solver.super.check(commands);
      return System.nanoTime() - start < timeout - CLOCKS_APART ? answer : Answer.UNKNOWN;
    }
  }

  @Override
  public void close() {}
}

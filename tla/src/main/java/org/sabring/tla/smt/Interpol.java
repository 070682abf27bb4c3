package org.sabring.tla.smt;

import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * SMTInterpol, in pure Java: it proves. One at a time, for its instances share what they know of
 * quantifiers (a static table in its class Dawg).
 */
final class Interpol implements Solver {

  private final List<String> answers = new ArrayList<>();
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
      reader.parseStream(new StringReader(commands), "obligation");
      return List.copyOf(answers);
    }
  }

  @Override
  public void close() {}
}

package org.sabring.tla.smt;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import java.util.List;

/** Z3, in C++: the second opinion, and the counterexamples. */
final class Z3 implements Solver {

  private final Context context = new Context();

  @Override
  public List<String> run(String commands) {
    String answers = Native.evalSmtlib2String(context.nCtx(), commands);
    if (answers.contains("(error ")) {
      throw new IllegalStateException("Z3: " + answers);
    }
    return answers.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}

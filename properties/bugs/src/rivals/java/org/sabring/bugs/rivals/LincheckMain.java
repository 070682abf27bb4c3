package org.sabring.bugs.rivals;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/** Model checking of one driver, with as many invocations as is Lincheck's default. */
final class LincheckMain {

  private LincheckMain() {}

  public static void main(String[] args) throws Exception {
    Runnable driver =
        Class.forName(args[0]).asSubclass(Runnable.class).getConstructor().newInstance();
    try {
      Lincheck.runConcurrentTest(driver);
      Answer.print(Answer.Says.NONE, "");
    } catch (LincheckAssertionError e) {
      Answer.print(Answer.Says.MISTAKE, e);
    } catch (Throwable e) {
      Answer.print(Answer.Says.REFUSES, e);
      e.printStackTrace();
    }
    System.exit(0);
  }
}

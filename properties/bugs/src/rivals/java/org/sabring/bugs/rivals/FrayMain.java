package org.sabring.bugs.rivals;

import org.pastalab.fray.junit.plain.FrayInTestLauncher;

/** Tests one driver as {@code launchFrayTest} does: POS, 10 000 iterations, 120 seconds at most. */
final class FrayMain {

  private FrayMain() {}

  public static void main(String[] args) throws Exception {
    Runnable driver =
        Class.forName(args[0]).asSubclass(Runnable.class).getConstructor().newInstance();
    try {
      FrayInTestLauncher.INSTANCE.launchFrayTest(driver);
      Answer.print(Answer.Says.NONE, "");
    } catch (Throwable e) {
      boolean isOurs = e instanceof AssertionError || isOfRuntime(e);
      Answer.print(isOurs ? Answer.Says.MISTAKE : Answer.Says.REFUSES, e);
      e.printStackTrace();
    }
    System.exit(0);
  }

  /** Deadlocks, and sides that get nowhere. */
  private static boolean isOfRuntime(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return name.equals("DeadlockException") || name.equals("LivenessException");
  }
}

package org.sabring.tla.distributed;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A launcher of another main class in its JVM, which ends with its standard input: so it never
 * outlives who started it, however that ends.
 */
public final class Tether {

  /** TLC's server takes leave of its workers on its way out, and a dead one does not answer. */
  private static final long GRACE_MILLIS = 5_000;

  private Tether() {}

  /**
   * Runs it.
   *
   * @param args the name of the main class, and its arguments
   */
  public static void main(String[] args) throws Throwable {
    Thread tether = new Thread(Tether::endWithInput, "tether");
    tether.setDaemon(true);
    tether.start();
    Object rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, rest);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    new Timer("grace", true).schedule(new Halt(), GRACE_MILLIS);
    System.exit(1);
  }

  private static final class Halt extends TimerTask {
    @Override
    public void run() {
      Runtime.getRuntime().halt(1);
    }
  }
}

package org.sabring.spec.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A shutdown hook that turns Ctrl-C and a request to terminate into an interrupt of the thread that
 * made it. The program stays for a few seconds more: long enough to end what it started and to
 * write what it knows.
 */
final class Interruptible {
  private static final long GRACE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread owner = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "interrupt");

  Interruptible() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt() {
    owner.interrupt();
    try {
      if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("sabring: gave up waiting for the running layer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook with it.
    }
  }
}

package org.sabring.properties.explore.anyclass;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A queue of one element, as somebody might write it, with the modes that it needs. */
public class OneSlot {

  private static final VarHandle FULL;

  static {
    try {
      FULL = MethodHandles.lookup().findVarHandle(OneSlot.class, "full", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // by FULL
  private boolean full;

  private @Nullable Object value;

  /** Stores a value, if there is room. */
  public boolean offer(Object one) {
    if ((boolean) FULL.getAcquire(this)) {
      return false;
    }
    value = one;
    publish();
    return true;
  }

  void publish() {
    FULL.setRelease(this, true);
  }

  /** Takes the value, or null. */
  public @Nullable Object poll() {
    if (!(boolean) FULL.getAcquire(this)) {
      return null;
    }
    Object taken = value;
    FULL.setRelease(this, false);
    return taken;
  }

  /** The same with a mistake: whoever sees that it is full need not see the value. */
  public static final class Opaque extends OneSlot {
    @Override
    void publish() {
      FULL.setOpaque(this, true);
    }
  }

  /** It loses what it is given. */
  public static final class Losing extends OneSlot {
    @Override
    public boolean offer(Object one) {
      return true;
    }
  }

  /** It starts a thread, which nobody could follow. */
  public static final class Starting {
    /** Starts it. */
    public void start() {
      new Thread(() -> {}).start();
    }
  }

  /** A take that nobody wakes. */
  public static final class Sleeping {
    private boolean full;

    /** Tells nobody. */
    public synchronized void put() {
      full = true;
    }

    /** Waits. */
    public synchronized void take() throws InterruptedException {
      while (!full) {
        wait();
      }
      full = false;
    }
  }
}

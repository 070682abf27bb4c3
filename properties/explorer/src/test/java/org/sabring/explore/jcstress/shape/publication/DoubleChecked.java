package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Double-checked locking, right and wrong. */
public class DoubleChecked {

  /** What is made once. Its field is not final. */
  static class Thing {
    int value;

    Thing() {
      value = 42;
    }
  }

  /** Right: the field is volatile. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "whole for both")
  @Outcome(expect = FORBIDDEN, desc = "not whole")
  public static class Volatile {
    private volatile Thing thing;

    private Thing get() {
      Thing seen = thing;
      if (seen == null) {
        synchronized (this) {
          seen = thing;
          if (seen == null) {
            seen = new Thing();
            thing = seen;
          }
        }
      }
      return seen;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = get().value;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = get().value;
    }
  }

  /** Wrong: the field is plain, and who does not lock may see an unfinished thing. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "whole for both")
  @Outcome(
      id = {"0, 42", "42, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "not whole")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "not even for who made it")
  public static class Plain {
    private Thing thing;

    private Thing get() {
      Thing seen = thing;
      if (seen == null) {
        synchronized (this) {
          seen = thing;
          if (seen == null) {
            seen = new Thing();
            thing = seen;
          }
        }
      }
      return seen;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = get().value;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = get().value;
    }
  }

  /** Right: the field is plain, and what it holds is final. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "whole for both")
  @Outcome(expect = FORBIDDEN, desc = "not whole")
  public static class FinalHolder {
    static class Holder {
      final Thing thing;

      Holder(Thing thing) {
        this.thing = thing;
      }
    }

    private Holder holder;

    private Thing get() {
      Holder seen = holder;
      if (seen == null) {
        synchronized (this) {
          seen = holder;
          if (seen == null) {
            seen = new Holder(new Thing());
            holder = seen;
          }
        }
      }
      return seen.thing;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = get().value;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = get().value;
    }
  }

  /** Right: acquired outside of the lock, released inside. */
  @JCStressTest
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "whole for both")
  @Outcome(expect = FORBIDDEN, desc = "not whole")
  public static class AcquireRelease {

    /** Where the thing is. */
    @State
    public static class Place {
      private final AtomicReference<Thing> place = new AtomicReference<>();

      Thing get() {
        Thing seen = place.getAcquire();
        if (seen == null) {
          synchronized (this) {
            seen = place.getPlain();
            if (seen == null) {
              seen = new Thing();
              place.setRelease(seen);
            }
          }
        }
        return seen;
      }
    }

    @Actor
    public void first(Place place, II_Result r) {
      r.r1 = place.get().value;
    }

    @Actor
    public void second(Place place, II_Result r) {
      r.r2 = place.get().value;
    }
  }

  /** Without a lock: the first to set it wins, and there is one thing for both. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42, true", expect = ACCEPTABLE, desc = "whole, and the same")
  @Outcome(expect = FORBIDDEN, desc = "not whole, or not the same")
  public static class CompareAndSet {
    private final AtomicReference<Thing> place = new AtomicReference<>();
    private Thing ofFirst;
    private Thing ofSecond;

    private Thing get() {
      Thing seen = place.get();
      if (seen != null) {
        return seen;
      }
      Thing made = new Thing();
      return place.compareAndSet(null, made) ? made : place.get();
    }

    @Actor
    public void first(IIZ_Result r) {
      ofFirst = get();
      r.r1 = ofFirst.value;
    }

    @Actor
    public void second(IIZ_Result r) {
      ofSecond = get();
      r.r2 = ofSecond.value;
    }

    @Arbiter
    public void compare(IIZ_Result r) {
      r.r3 = ofFirst == ofSecond;
    }
  }
}

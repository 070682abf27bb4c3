package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Publication: an object is made and handed over; is the reader's object whole? */
public class Publication {

  /** A field that is not final. */
  static class Box {
    int value;

    Box(int value) {
      this.value = value;
    }
  }

  /** A plain reference to an object with a plain field. */
  @JCStressTest
  @State
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "whole")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "the reference before the field")
  public static class Racy {
    Box box;

    @Actor
    public void writer() {
      box = new Box(42);
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** A volatile reference. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the reference before the field")
  public static class Volatile {
    volatile Box box;

    @Actor
    public void writer() {
      box = new Box(42);
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** Released and acquired. */
  @JCStressTest
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the reference before the field")
  public static class ReleaseAcquire {

    /** Where the box is put. */
    @State
    public static class Place {
      static final VarHandle BOX;

      static {
        try {
          BOX = MethodHandles.lookup().findVarHandle(Place.class, "box", Box.class);
        } catch (ReflectiveOperationException e) {
          throw new ExceptionInInitializerError(e);
        }
      }

      Box box;
    }

    @Actor
    public void writer(Place place) {
      Place.BOX.setRelease(place, new Box(42));
    }

    @Actor
    public void reader(Place place, I_Result r) {
      Box seen = (Box) Place.BOX.getAcquire(place);
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** An opaque reference is not enough. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "the reference before the field")
  public static class Opaque {
    final AtomicReference<Box> box = new AtomicReference<>();

    @Actor
    public void writer() {
      box.setOpaque(new Box(42));
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = box.getOpaque();
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** A volatile reference tells nothing of what is written after it. */
  @JCStressTest
  @State
  @Outcome(id = "null", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(
      id = {"1", "2"},
      expect = ACCEPTABLE,
      desc = "before and after the second write")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the reference before the constructor's write")
  public static class WrittenAfter {
    volatile Box box;

    @Actor
    public void writer() {
      Box made = new Box(1);
      box = made;
      made.value = 2;
    }

    @Actor
    public void reader(L_Result r) {
      Box seen = box;
      r.r1 = seen == null ? null : Integer.valueOf(seen.value);
    }
  }

  /** Asked for null, and read again: the second read may be null. */
  @JCStressTest
  @State
  @Outcome(id = "none", expect = ACCEPTABLE)
  @Outcome(id = "text", expect = ACCEPTABLE)
  @Outcome(id = "null", expect = ACCEPTABLE_INTERESTING, desc = "the second read came first")
  public static class ReadTwice {
    String text;

    @Actor
    public void writer() {
      text = "text";
    }

    @Actor
    public void reader(L_Result r) {
      if (text != null) {
        r.r1 = text;
      } else {
        r.r1 = "none";
      }
    }
  }

  /** Through a synchronized setter and getter. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  public static class Synchronized {
    private Box box;

    private synchronized Box get() {
      return box;
    }

    private synchronized void set(Box box) {
      this.box = box;
    }

    @Actor
    public void writer() {
      set(new Box(42));
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = get();
      r.r1 = seen == null ? -1 : seen.value;
    }
  }
}

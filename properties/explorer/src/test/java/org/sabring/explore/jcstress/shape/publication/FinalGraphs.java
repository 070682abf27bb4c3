package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Final fields, and what is behind them. */
@Description("What is behind final fields, racily published.")
public class FinalGraphs {

  /** A list behind a final field, filled by the constructor. */
  @JCStressTest
  @State
  @Outcome(id = "-1, null", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(id = "1, first", expect = ACCEPTABLE, desc = "whole")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "a list that is not filled")
  public static class ListBehind {
    static class Holder {
      private final List<String> list = new ArrayList<>();

      Holder() {
        list.add("first");
      }
    }

    Holder holder;

    @Actor
    public void writer() {
      holder = new Holder();
    }

    @Actor
    public void reader(IL_Result r) {
      Holder seen = holder;
      if (seen == null) {
        r.r1 = -1;
        return;
      }
      r.r1 = seen.list.size();
      r.r2 = r.r1 == 0 ? "empty" : seen.list.get(0);
    }
  }

  /** The second hop: an object with a plain field behind a final field. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "it was written before the freeze")
  public static class SecondHop {
    static class Inner {
      int value;
    }

    static class Outer {
      final Inner inner;

      Outer(Inner inner) {
        this.inner = inner;
      }
    }

    Outer outer;

    @Actor
    public void writer() {
      Inner inner = new Inner();
      inner.value = 42;
      outer = new Outer(inner);
    }

    @Actor
    public void reader(I_Result r) {
      Outer seen = outer;
      r.r1 = seen == null ? -1 : seen.inner.value;
    }
  }

  /** A record is all final. */
  @JCStressTest
  @Outcome(id = "null", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(id = "1/2", expect = ACCEPTABLE, desc = "whole")
  @Outcome(
      id = {"0/0", "0/2", "1/0"},
      expect = FORBIDDEN,
      desc = "in part")
  public static class OfRecord {
    record Point(int x, int y) {}

    /** Where the point is. */
    @State
    public static class Place {
      Point point;
    }

    @Actor
    public void writer(Place place) {
      place.point = new Point(1, 2);
    }

    @Actor
    public void reader(Place place, L_Result r) {
      Point seen = place.point;
      if (seen != null) {
        String x = seen.x() == 1 ? "1/" : "0/";
        r.r1 = x.concat(seen.y() == 2 ? "2" : "0");
      }
    }
  }

  /** A boxed number is final inside. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "no number yet")
  @Outcome(id = "1234567890123", expect = ACCEPTABLE, desc = "the number")
  @Outcome(id = "-1", expect = FORBIDDEN, desc = "a number without its value")
  public static class Boxed {
    Long boxed;

    @Actor
    public void writer() {
      boxed = Long.valueOf(1234567890123L);
    }

    @Actor
    public void reader(J_Result r) {
      Long seen = boxed;
      if (seen != null) {
        long value = seen.longValue();
        r.r1 = value == 0 ? -1 : value;
      }
    }
  }
}

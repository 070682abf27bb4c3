package org.sabring.explore.jcstress.shape.form;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.II_Result;

/** Tests by an annotation of their own. */
public class MetaAnnotated {

  /** A volatile flag. */
  @WholeMessage
  public static class Volatile {
    int data;
    volatile int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** Data and flag under one lock. */
  @WholeMessage
  public static class Synchronized {
    int data;
    int flag;

    @Actor
    public void writer() {
      data = 1;
      synchronized (this) {
        flag = 1;
      }
    }

    @Actor
    public void reader(II_Result r) {
      synchronized (this) {
        r.r1 = flag;
      }
      r.r2 = data;
    }
  }
}

package org.sabring.explore.jcstress.shape.form;

import java.io.Serializable;
import org.openjdk.jcstress.annotations.Result;

/** A result of one's own: how far a reader has come. */
@Result
public class Seen implements Serializable {
  public int r1;
  public String r2;
  public int jcstress_trap;

  @Override
  public boolean equals(Object other) {
    return other instanceof Seen seen && r1 == seen.r1 && java.util.Objects.equals(r2, seen.r2);
  }

  @Override
  public int hashCode() {
    return 31 * r1 + java.util.Objects.hashCode(r2);
  }

  @Override
  public String toString() {
    return r1 + ", " + r2;
  }
}

package org.sabring.properties.explore.ring;

import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/** Remembers what the third side answered, and nothing else. */
record Watched(Object answer) implements Judge {

  Watched() {
    this(0);
  }

  @Override
  public Judge returned(int side, Operation<?> operation, Object result) {
    return side == 2 ? new Watched(result) : this;
  }

  @Override
  public String outcome(Rest rest) {
    return answer.toString();
  }
}

package org.sabring.properties.explore.ring;

import org.sabring.properties.explore.Judge;
import org.sabring.properties.explore.Operation;
import org.sabring.properties.explore.Rest;

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

package org.sabring.properties.explore.ring;

import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/** Remembers what the third side answered, and nothing else. */
record Watched(Object answer) implements Monitor {

  Watched() {
    this(0);
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object result) {
    return side == 2 ? new Watched(result) : this;
  }

  @Override
  public String outcome(Rest rest) {
    return answer.toString();
  }
}

package org.sabring.explore.reduction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/**
 * A monitor that remembers all answers, and exceptions among them: a finding would end the path,
 * and where that ends is what reductions change.
 */
record Remembering(List<String> answers) implements Monitor {

  static Remembering of(int sides) {
    return new Remembering(Collections.nCopies(sides, ""));
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    List<String> more = new ArrayList<>(answers);
    more.set(side, more.get(side) + answer + ", ");
    return new Remembering(List.copyOf(more));
  }

  @Override
  public String outcome(Rest rest) {
    return answers.toString();
  }
}

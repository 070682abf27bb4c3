package org.sabring.properties.explore.stream;

import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Program;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.properties.explore.ring.StepName;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/** Two sides of a ring, of which one is an event loop with a stream. */
public interface StreamProgram {

  /** How many slots the ring has. */
  int capacity();

  /** As the explorer runs it. */
  Program program();

  /** What it promises. */
  Monitor monitor();

  /** The rules that it puts to the test. */
  Set<Rule> rules();

  /** A program without sides, on an empty ring. */
  static Program on(RingLayout layout) {
    return Program.on(layout.length())
        .naming(word -> RingProgram.nameOf(layout, word))
        .namingSteps(
            (side, access) ->
                access.kind() == Access.Kind.TURN || access.kind() == Access.Kind.TAKE_BACK
                    ? ""
                    : StepName.of(layout, side, access));
  }
}

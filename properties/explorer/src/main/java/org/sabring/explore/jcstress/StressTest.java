package org.sabring.explore.jcstress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jcstress test, as its class files describe it.
 *
 * @param name the binary name of its class
 * @param termination whether it asks if an actor comes to its end, after a signal
 * @param state the binary name of the class of the state; that of the test if it is its own state
 * @param result the same of the result; null in a termination test
 * @param actors its actors, in the order of their names
 * @param arbiter looks when all have ended; null if nobody does
 * @param signal the signal of a termination test
 * @param expectations the annotated outcomes
 */
public record StressTest(
    String name,
    boolean termination,
    @Nullable String state,
    @Nullable String result,
    List<Part> actors,
    @Nullable Part arbiter,
    @Nullable Part signal,
    List<Expectation> expectations) {

  /**
   * A method of a test.
   *
   * @param owner the binary name of the class that declares it
   * @param parameters binary names
   */
  record Part(String owner, String method, List<String> parameters) {
    Part {
      parameters = List.copyOf(parameters);
    }
  }

  public StressTest {
    actors = List.copyOf(actors);
    expectations = List.copyOf(expectations);
  }
}

package org.sabring.tla.distributed;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workers that are registered with TLC's server, as its lines tell. TLC registers every thread
 * of a worker; here they are one.
 */
final class Roster {

  private static final Pattern CAME = Pattern.compile("Registration for worker at (\\S+)/\\d+ .*");
  private static final Pattern WENT = Pattern.compile("TLC worker (\\S+)/\\d+ disconnected .*");

  private final int asked;
  private final Map<String, Integer> threads = new TreeMap<>();
  private boolean complete;
  private int lost;

  /**
   * @param asked how many were asked for
   */
  Roster(int asked) {
    this.asked = asked;
  }

  /**
   * Hears a line of the server.
   *
   * @return whether a worker came or went
   */
  boolean hear(String line) {
    int before = threads.size();
    Matcher came = CAME.matcher(line);
    Matcher went = WENT.matcher(line);
    if (came.matches()) {
      threads.merge(came.group(1), 1, Integer::sum);
      complete |= threads.size() >= asked;
    } else if (went.matches()) {
      threads.computeIfPresent(went.group(1), (worker, n) -> n == 1 ? null : n - 1);
      lost += before - threads.size();
    }
    return threads.size() != before;
  }

  /** Whether the run waits for somebody: not all have come, or none is left. */
  boolean isWaiting() {
    return !complete || threads.isEmpty();
  }

  /** How many there are. */
  int size() {
    return threads.size();
  }

  /** How many were lost. */
  int lost() {
    return lost;
  }

  /** Whom the run waits for, in words. */
  String missing() {
    if (complete) {
      return "the last worker was lost, and none came back";
    }
    String came = threads.isEmpty() ? "" : ": " + String.join(", ", threads.keySet());
    return "of " + asked + " workers asked for " + threads.size() + " came" + came;
  }
}

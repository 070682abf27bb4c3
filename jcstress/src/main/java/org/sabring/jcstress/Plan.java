package org.sabring.jcstress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sabring.jcstress.Race.Role;
import org.sabring.spec.verdict.Bounds;

/**
 * One run of jcstress: which tests, how, and how long at most.
 *
 * @param name the run's folder
 * @param roles which tests
 * @param options jcstress's own
 * @param limit when a run that has not ended is ended
 */
record Plan(String name, Set<Role> roles, List<String> options, Duration limit) {

  /**
   * The runs for a bound. jcstress forks a JVM for each test in each configuration; where the JVM
   * has biased locking (before 18) it does so twice, with and without.
   *
   * <p>{@code mixed} begins in the interpreter and ends in C2. {@code shuffled} is C2 that permutes
   * instructions at random where it may. {@code all} is every configuration that jcstress knows:
   * each side in the interpreter, in C1 and in C2, and shuffled.
   */
  static List<Plan> of(Bounds bounds) {
    return switch (bounds) {
      case QUICK -> List.of(mixed(EnumSet.of(Role.SHIPPED, Role.CONTROL), 1, 100, 2));
      case DEFAULT -> List.of(mixed(EnumSet.allOf(Role.class), 2, 400, 5), shuffled(600, 5));
      case FULL ->
          List.of(
              new Plan(
                  "all", EnumSet.allOf(Role.class), List.of("-m", "default"), Duration.ofHours(8)));
    };
  }

  /**
   * The same in three times as many forks, for what this run left open. jcstress takes few samples
   * where the machine was busy with something else when it tried how many it could take.
   */
  Plan again() {
    List<String> more = new ArrayList<>(options);
    more.addAll(List.of("-f", "3"));
    return new Plan(name + "-again", roles, more, limit);
  }

  static Plan mixed(Set<Role> roles, int iterations, int millis, int minutes) {
    return unified("mixed", roles, iterations, millis, minutes, "-XX:+TieredCompilation");
  }

  private static Plan shuffled(int millis, int minutes) {
    return unified(
        "shuffled",
        EnumSet.of(Role.SHIPPED, Role.WEAKENED),
        1,
        millis,
        minutes,
        "-XX:-TieredCompilation",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+StressLCM",
        "-XX:+StressGCM",
        "-XX:+StressIGVN",
        "-XX:+StressCCP");
  }

  private static Plan unified(
      String name, Set<Role> roles, int iterations, int millis, int minutes, String... flags) {
    String jvm = "-XX:+UseSerialGC " + String.join(" ", Arrays.asList(flags));
    List<String> options =
        List.of(
            "-sc",
            "false",
            "-af",
            "NONE",
            "-pth",
            "false",
            "-jvmArgs",
            jvm,
            "-iters",
            Integer.toString(iterations),
            "-time",
            Integer.toString(millis));
    return new Plan(name, roles, options, Duration.ofMinutes(minutes));
  }
}

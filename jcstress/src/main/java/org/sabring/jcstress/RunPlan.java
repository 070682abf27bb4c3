package org.sabring.jcstress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.jcstress.fixture.Memories.Kind;
import org.sabring.jcstress.race.RB201_Publication;
import org.sabring.jcstress.race.RB202_Reuse;
import org.sabring.jcstress.race.RB301_PutWokenByTake;
import org.sabring.jcstress.race.RB301_TakeWokenByPut;
import org.sabring.spec.check.Bounds;

/**
 * The plan of one run of jcstress: which tests, in which memory, with which options, and how long
 * at most.
 *
 * @param name the run's folder
 * @param tests which of them
 * @param memories what the rings are in, in turn
 * @param options jcstress's own
 * @param limit when a run that has not ended is ended
 */
record RunPlan(
    String name,
    Predicate<RaceTrial> tests,
    List<Kind> memories,
    List<String> options,
    Duration limit) {

  /**
   * A selection of races with each kind of access to the memory, where not all fit into the time.
   */
  private static final Set<Class<?>> FEW =
      Set.of(
          RB201_Publication.class,
          RB202_Reuse.class,
          RB301_TakeWokenByPut.class,
          RB301_PutWokenByTake.class);

  private static final List<Kind> HEAP = List.of(Kind.HEAP);
  private static final List<Kind> DIRECT = List.of(Kind.DIRECT);
  private static final List<Kind> MAPPED = List.of(Kind.MAPPED);
  private static final List<Kind> BUFFERS = List.of(Kind.DIRECT, Kind.MAPPED);

  private static final String MIXED = "-XX:+TieredCompilation";

  private static final String SHUFFLED =
      "-XX:-TieredCompilation -XX:+IgnoreUnrecognizedVMOptions"
          + " -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

  RunPlan {
    memories = List.copyOf(memories);
    options = List.copyOf(options);
  }

  /**
   * The runs for a bound. jcstress forks a JVM for each trial in each configuration.
   *
   * <p>{@code mixed} begins in the interpreter and ends in C2; {@code controls} is the same, for
   * mutants. {@code shuffled} is C2 that permutes instructions at random where it may, and so the
   * one for weaker accesses. {@code hangs} is the race in which a side hangs that is not woken:
   * jcstress waits for it for half a minute. {@code all} is every configuration that jcstress
   * knows: each side in the interpreter, in C1 and in C2, and shuffled; it takes hours.
   */
  static List<RunPlan> of(Bounds bounds) {
    return switch (bounds) {
      case QUICK ->
          List.of(
              mixed(HEAP, is(Role.SHIPPED).and(not(RunPlan::hangs)), 100, 15).inStridesOf(64, 10),
              controls(150, 15),
              mixed(BUFFERS, is(Role.SHIPPED).and(RunPlan::isOfFew), 100, 15).inStridesOf(64, 10));
      case DEFAULT ->
          List.of(
              mixed(HEAP, is(Role.SHIPPED).and(not(RunPlan::hangs)), 1000, 30).inStridesOf(64, 10),
              controls(200, 30),
              unified("shuffled", SHUFFLED, HEAP, is(Role.WEAKENED), 200, 30).inStridesOf(64, 10),
              mixed(DIRECT, is(Role.SHIPPED).and(not(RunPlan::hangs)), 200, 30).inStridesOf(64, 10),
              mixed(MAPPED, is(Role.SHIPPED).and(not(RunPlan::hangs)), 200, 30).inStridesOf(64, 10),
              unified("hangs", MIXED, HEAP, RunPlan::hangs, 2000, 15));
      case FULL ->
          List.of(
              new RunPlan(
                  "all", trial -> true, HEAP, List.of("-m", "default"), Duration.ofHours(8)),
              mixed(DIRECT, not(RunPlan::hangs), 2000, 60),
              mixed(MAPPED, not(RunPlan::hangs), 2000, 60));
    };
  }

  private static Predicate<RaceTrial> is(Role role) {
    return trial -> trial.role() == role;
  }

  private static Predicate<RaceTrial> not(Predicate<RaceTrial> tests) {
    return tests.negate();
  }

  private static boolean hangs(RaceTrial trial) {
    return trial.terminates();
  }

  private static boolean isOfFew(RaceTrial trial) {
    return FEW.contains(trial.race());
  }

  /** The trials that this run is for. */
  List<RaceTrial> of(List<RaceTrial> all) {
    return all.stream().filter(tests).toList();
  }

  /**
   * The same in three times as many forks, for what this run left open. jcstress takes few samples
   * where the machine was busy with something else when it tried how many it could take.
   */
  RunPlan again() {
    List<String> more = new ArrayList<>(options);
    more.addAll(List.of("-f", "3"));
    return new RunPlan(name + "-again", tests, memories, more, limit);
  }

  static RunPlan mixed(List<Kind> memories, Predicate<RaceTrial> tests, int millis, int minutes) {
    return unified("mixed", MIXED, memories, tests, millis, minutes);
  }

  /** The controls. A sample in which a side is left asleep takes milliseconds. */
  private static RunPlan controls(int millis, int minutes) {
    Predicate<RaceTrial> controls = is(Role.CONTROL).and(not(RunPlan::hangs));
    return unified("controls", MIXED, HEAP, controls, millis, minutes).inStridesOf(64, 2);
  }

  /**
   * With so few samples between two looks at the clock, where jcstress has 40 times 256. It runs as
   * many before it begins, too. The two threads meet more often then, and take fewer samples.
   */
  RunPlan inStridesOf(int size, int count) {
    List<String> more = new ArrayList<>(options);
    more.addAll(List.of("-strideSize", Integer.toString(size)));
    more.addAll(List.of("-strideCount", Integer.toString(count)));
    return new RunPlan(name, tests, memories, more, limit);
  }

  private static RunPlan unified(
      String name,
      String jvm,
      List<Kind> memories,
      Predicate<RaceTrial> tests,
      int millis,
      int minutes) {
    List<String> options = new ArrayList<>(List.of("-sc", "false", "-af", "NONE", "-pth", "false"));
    // Where the machine does something else too, a thread that spins keeps the other one waiting.
    options.addAll(List.of("-spinStyle", "THREAD_YIELD"));
    // Else it finds out by keeping all of them busy.
    options.addAll(List.of("-c", Integer.toString(Runtime.getRuntime().availableProcessors())));
    options.addAll(List.of("-jvmArgs", "-XX:+UseSerialGC " + jvm));
    options.addAll(List.of("-iters", "1", "-time", Integer.toString(millis)));
    return new RunPlan(
        named(name, memories), tests, memories, options, Duration.ofMinutes(minutes));
  }

  private static String named(String name, List<Kind> memories) {
    return memories.stream()
        .map(kind -> "-" + kind.text())
        .collect(Collectors.joining("", name, ""));
  }
}

package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.StepTrace;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.RandomWalk;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.Rule;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

@Tag("any-jdk")
class StepOracleTest {

  private static final int WALKS = 2_000;

  /** A consumer that finds the ring empty and sleeps for ever. */
  private static final List<String> SLEEPER =
      List.of(
          line("C", "load", "write", 0),
          line("C", "load", "read", 0),
          line("C", "add", "consumer-waits", 0),
          "{\"thread\":\"C\",\"access\":\"wait\",\"word\":\"write\",\"expected\":0}");

  @ParameterizedTest
  @EnumSource(names = {"SEED", "REFERENCE"})
  void acceptsWhateverTheReferenceMachineDoes(Profile profile) throws IOException {
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      int capacity = 2 + random.nextInt(4);
      Protocol protocol = new Protocol(capacity, 30, 1 << 20, profile, true, random.nextBoolean());
      ReferenceMachine machine = new ReferenceMachine(protocol);
      List<StepEvent> events = StepTrace.of(machine, RandomWalk.random(machine, random, 300));
      List<StepEvent> shuffled = StepTrace.shuffled(events, random);
      assertThat(finding(capacity, profile, shuffled)).as("seed %d", seed).isNull();
    }
  }

  /** Store buffering: both sides publish, and then load what the other had before. */
  @Test
  void staleLoadsAreAllowedByReleaseAndAcquireAlone() throws IOException {
    List<String> reference = new ArrayList<>(put(0, 0, 7, false));
    reference.addAll(put(1, 0, 8, false));
    reference.add(line("P", "load", "write", 2));
    reference.add(line("P", "load", "read", 0));
    reference.addAll(take(0, 1, 7));
    reference.add(line("C", "load", "write", 1));
    reference.add(line("C", "load", "read", 1));
    List<String> seed = new ArrayList<>(put(0, 0, 7, true));
    seed.addAll(put(1, 0, 8, true));
    seed.addAll(reference.subList(12, reference.size()));

    assertThat(finding(4, "reference", reference, false)).isNull();
    assertThat(finding(4, "seed", seed, false))
        .extracting(TraceFinding::rule)
        .isEqualTo(Rule.RB203);
  }

  @Test
  void required_RB301_aSleeperThatNobodyToldIsAFindingInACompleteRecording() throws IOException {
    List<String> trace = new ArrayList<>(SLEEPER);
    trace.addAll(put(0, 0, 7, false).subList(0, 5)); // without PNotify

    assertThat(finding(4, "reference", trace, true))
        .extracting(TraceFinding::rule)
        .isEqualTo(Rule.RB301);
    assertThat(finding(4, "reference", trace, false)).isNull();
  }

  @Test
  void required_RB302_aWaitThatMissedItsNotificationIsAFinding() throws IOException {
    List<String> trace = new ArrayList<>(SLEEPER);
    trace.addAll(put(0, 0, 7, false)); // it woke nobody, and yet the sleeper sleeps on the old word

    assertThat(finding(4, "reference", trace, true))
        .extracting(TraceFinding::rule)
        .isEqualTo(Rule.RB302);
    assertThat(finding(4, "reference", trace, false))
        .extracting(TraceFinding::rule)
        .isEqualTo(Rule.RB302);
  }

  @Test
  void required_RB304_twoSleepersAreAFinding() throws IOException {
    List<String> trace = new ArrayList<>(SLEEPER);
    assertThat(finding(4, "reference", trace, true)).isNull();

    trace.addAll(put(0, 0, 7, false).subList(0, 2));
    trace.add(line("P", "add", "producer-waits", 0));
    trace.add("{\"thread\":\"P\",\"access\":\"wait\",\"word\":\"read\",\"expected\":0}");
    assertThat(finding(4, "reference", trace, true)).isNotNull();
  }

  @Test
  void judgesCursorsAndSlotsAloneInTheBareProfile() throws IOException {
    List<String> trace = new ArrayList<>();
    put(0, 0, -5, false).stream().filter(StepOracleTest::isBare).forEach(trace::add);
    take(0, 1, -5).stream().filter(StepOracleTest::isBare).forEach(trace::add);
    assertThat(finding(2, "bare", trace, true)).isNull();

    Collections.swap(trace, 2, 3);
    assertThat(finding(2, "bare", trace, true))
        .extracting(TraceFinding::rule)
        .isEqualTo(Rule.RB201);
  }

  /**
   * One value in the first half of a trace is raised by one: hardly ever a behaviour of the law.
   */
  @Test
  void noticesMutations() throws IOException {
    int corrupted = 0;
    int noticed = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      ReferenceMachine machine =
          new ReferenceMachine(new Protocol(3, 20, 1 << 20, Profile.REFERENCE, true, true));
      List<StepEvent> events =
          new ArrayList<>(StepTrace.of(machine, RandomWalk.random(machine, random, 300)));
      int at = random.nextInt(events.size() / 2);
      events.set(at, raised(events.get(at)));
      corrupted++;
      noticed += status(3, Profile.REFERENCE, events) == Status.PASS ? 0 : 1;
    }
    assertThat(noticed).isGreaterThan(corrupted * 9 / 10);
  }

  private static StepEvent raised(StepEvent event) {
    return new StepEvent(
        event.line(),
        event.side(),
        event.access(),
        event.word(),
        event.index(),
        event.value() + 1,
        event.result());
  }

  private static @Nullable TraceFinding finding(
      int capacity, Profile profile, List<StepEvent> events) throws IOException {
    return judge(bytes(capacity, profile, events));
  }

  private static Status status(int capacity, Profile profile, List<StepEvent> events)
      throws IOException {
    byte[] bytes = bytes(capacity, profile, events);
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(bytes), "test")) {
      return StepOracle.judge(reader, null).status();
    }
  }

  private static byte[] bytes(int capacity, Profile profile, List<StepEvent> events)
      throws IOException {
    TraceHeader header = new TraceHeader(TraceKind.STEPS, capacity - 1, profile, false, "test");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter.write(header, events, bytes);
    return bytes.toByteArray();
  }

  private static @Nullable TraceFinding finding(
      int capacity, String profile, List<String> lines, boolean complete) throws IOException {
    String header =
        "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"steps\",\"capacity\":%d,\"profile\":\"%s\",\"complete\":%s}"
            .formatted(capacity, profile, complete);
    return judge(
        (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable TraceFinding judge(byte[] trace) throws IOException {
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(trace), "test")) {
      return StepOracle.judge(reader, null).finding();
    }
  }

  private static boolean isBare(String line) {
    return !line.contains("\"add\"") && !line.contains("\"notify\"");
  }

  private static String line(String thread, String access, String word, int value) {
    String key = access.equals("notify") ? "woken" : "value";
    return "{\"thread\":\"%s\",\"access\":\"%s\",\"word\":\"%s\",\"%s\":%d}"
        .formatted(thread, access, word, key, value);
  }

  private static String slot(String thread, String access, int index, int value) {
    return "{\"thread\":\"%s\",\"access\":\"%s\",\"word\":\"data\",\"index\":%d,\"value\":%d}"
        .formatted(thread, access, index, value);
  }

  private static List<String> put(int write, int read, int value, boolean countsAfter) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                line("P", "load", "write", write),
                line("P", "load", "read", read),
                slot("P", "store", write, value),
                line("P", "add", "produced", write),
                line("P", "store", "write", write + 1),
                line("P", "notify", "write", 0)));
    if (countsAfter) {
      Collections.swap(lines, 3, 4);
    }
    return lines;
  }

  private static List<String> take(int read, int write, int value) {
    return List.of(
        line("C", "load", "write", write),
        line("C", "load", "read", read),
        slot("C", "load", read, value),
        line("C", "store", "read", read + 1),
        line("C", "add", "consumed", read),
        line("C", "notify", "read", 0));
  }
}

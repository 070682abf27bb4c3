package org.sabring.spec.recorders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorders of C, C++ and Rust, compiled and run. Each language needs its compiler. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class RecorderTest {
  private static final int ELEMENTS = 1_003;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everythingIsWrittenAsTheFormatSays(Toolchain language) throws Exception {
    language.assume();
    String program = language.every(true).toString();
    run(0, program);
    Recorded steps = Recorded.read(folder, "P");
    assertThat(steps.header().get("source").textValue()).isEqualTo("every \\step\\");
    assertThat(steps.header().get("complete").booleanValue()).isTrue();
    assertThat(steps.withoutClock()).containsExactlyElementsOf(EveryStep.STEPS);
    run(0, program, "history");
    Recorded calls = Recorded.read(folder, "P");
    assertThat(calls.header().get("bound").intValue()).isEqualTo(4);
    assertThat(calls.withoutClock()).containsExactlyElementsOf(EveryStep.CALLS);
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheSwitchNothingIsLeftOfIt(Toolchain language) throws Exception {
    language.assume();
    run(0, language.every(false).toString());
    assertThat(folder.resolve("sabring-P.jsonl")).doesNotExist();
    String trace = language == Toolchain.RUST ? "sabring_record" : "sb_";
    assertThat(language.assembly(folder)).doesNotContain(trace);
    assertThat(language.assembly(folder, "sabring_record")).as("control").contains(trace);
  }

  @ParameterizedTest
  @EnumSource
  void aRightRingIsRecordedRight(Toolchain language) throws Exception {
    language.assume();
    run(0, language.ring().toString(), "steps", "" + ELEMENTS);
    List<Integer> all = IntStream.rangeClosed(1, ELEMENTS).boxed().toList();
    for (String thread : List.of("P", "C")) {
      Recorded recorded = Recorded.read(folder, thread);
      assertThat(recorded.header().get("complete").booleanValue()).isTrue();
      Handover handover = Handover.of(recorded);
      assertThat(handover.complaints()).isEmpty();
      assertThat(handover.elements()).isEqualTo(all);
    }
    assertThat(run("P")).isEqualTo(run("C"));
  }

  @ParameterizedTest
  @EnumSource
  void control_aMissingReleaseIsInTheMode(Toolchain language) throws Exception {
    language.assume();
    run(0, language.ring("without_release").toString());
    assertThat(Handover.of(Recorded.read(folder, "P")).complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.startsWith("not released: "))
        .allMatch(complaint -> complaint.contains("\"word\":\"write\""))
        .allMatch(complaint -> complaint.contains("\"mode\":\"opaque\""));
    assertThat(Handover.of(Recorded.read(folder, "C")).complaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void control_whoDoesNotLookForRoomIsSeen(Toolchain language) throws Exception {
    language.assume();
    run(0, language.ring("never_full").toString());
    assertThat(Handover.of(Recorded.read(folder, "P")).complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.startsWith("no room seen"));
  }

  @Test
  void control_aCursorBeforeItsSlotIsSeen() throws Exception {
    Toolchain.RUST.assume();
    run(0, Toolchain.RUST.ring("publish_first").toString());
    assertThat(Handover.of(Recorded.read(folder, "P")).complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.startsWith("its cursor is not where its work is"));
  }

  @ParameterizedTest
  @EnumSource
  void callsAreRecordedOnOneClock(Toolchain language) throws Exception {
    language.assume();
    run(0, language.ring().toString(), "history", "" + ELEMENTS);
    for (String thread : List.of("P", "C")) {
      long before = -1;
      int stored = 0;
      for (var line : Recorded.read(folder, thread).lines()) {
        assertThat(line.get("call").longValue()).isGreaterThanOrEqualTo(before);
        before = line.get("return").longValue();
        assertThat(before).isGreaterThanOrEqualTo(line.get("call").longValue());
        if (line.has("value") && line.path("result").asBoolean(true)) {
          assertThat(line.get("value").intValue()).isEqualTo(++stored);
        }
      }
      assertThat(stored).isEqualTo(ELEMENTS);
    }
    assertThat(run("P")).isEqualTo(run("C"));
  }

  @Test
  void whoSleepsForEverIsRecordedAsComplete() throws Exception {
    Toolchain.C.assume();
    String said = run(3, Toolchain.C.ring("without_notify").toString());
    assertThat(said).contains("everybody sleeps, for 3 seconds now");
    Recorded consumer = Recorded.read(folder, "C");
    assertThat(consumer.header().get("complete").booleanValue()).isTrue();
    assertThat(consumer.withoutClock().get(consumer.lines().size() - 1))
        .startsWith("{\"access\":\"wait\",\"word\":\"write\",\"expected\":")
        .doesNotContain("result");
  }

  @ParameterizedTest
  @EnumSource
  void whenAThreadHasUsedUpItsStepsNobodyHasSeenMore(Toolchain language) throws Exception {
    language.assume();
    String program = language.ring().toString();
    Toolchain.Ran ran = Toolchain.run(folder, List.of(program), "SABRING_LIMIT=300");
    assertThat(ran.said()).contains("has taken 300 steps; the recording ends");
    assertThat(ran.code()).isZero();
    Handover producer = Handover.of(Recorded.read(folder, "P"));
    Handover consumer = Handover.of(Recorded.read(folder, "C"));
    assertThat(Recorded.read(folder, "P").header().get("complete").booleanValue()).isFalse();
    assertThat(producer.complaints()).isEmpty();
    assertThat(consumer.complaints()).isEmpty();
    assertThat(producer.elements()).startsWith(consumer.elements().toArray(Integer[]::new));
  }

  private String run(String thread) throws IOException {
    return Recorded.read(folder, thread).header().get("run").textValue();
  }

  private String run(int code, String... command) throws Exception {
    Toolchain.Ran ran = Toolchain.run(folder, List.of(command));
    assertThat(ran.code()).as(ran.said()).isEqualTo(code);
    return ran.said();
  }
}

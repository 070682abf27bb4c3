package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.tla.Model;

@Tag("any-jdk")
class ModelLayerTest {

  @TempDir static Path folder;

  private static Evidence evidence = new Evidence(List.of());

  @BeforeAll
  static void run() throws InterruptedException {
    evidence = new ModelLayer(Model.all(), folder).run(Bounds.QUICK, Progress.SILENT);
  }

  @Test
  void everyQuickModelComesOutAsExpected() {
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(evidence.checks().stream().filter(Check::control))
        .allSatisfy(control -> assertThat(control.counterexample()).as(control.name()).isNotNull());
    long quick = Model.all().stream().filter(m -> m.effort() == Bounds.QUICK).count();
    assertThat(evidence.checks()).hasSize((int) quick);
  }

  @Test
  void drawsAHandshakeInTheCommonForm() throws InterruptedException {
    List<String> drawn = drawn("flag-tso");
    assertThat(drawn).anyMatch(line -> line.contains("P buffers WRITE=1"));
    assertThat(drawn).anyMatch(line -> line.contains("CWait") && line.contains("CAsleep"));
  }

  @Test
  void drawsAWaiterListInTheCommonForm() throws InterruptedException {
    List<String> drawn = drawn("NotifyOne");
    assertThat(drawn).anyMatch(line -> line.contains("thread W: Wait"));
    assertThat(drawn).anyMatch(line -> line.contains("Notify") && line.contains("told="));
  }

  @Test
  void drawsAStreamInTheCommonForm() throws InterruptedException {
    assertThat(drawn("AskWithoutCompare"))
        .anyMatch(line -> line.matches(".*\\| PPut owes=TRUE put=1 +\\| .*"))
        .anyMatch(line -> line.matches(".*\\| +\\| Ask asked=TRUE -> Idle .*"));
    assertThat(drawn("AskRoomWithoutCompare"))
        .anyMatch(line -> line.matches(".*\\| OfferFull -> Ask +\\| .*"))
        .anyMatch(line -> line.matches(".*\\| +\\| CTake owes=TRUE .*"));
  }

  @Test
  void drawsStreamsAndTheRingBetweenThemInTheCommonForm() throws InterruptedException {
    assertThat(drawn("pipeline-no-notify"))
        .anyMatch(line -> line.matches(".*\\| WriterUses +\\| .*wTask=Offer written=1.*"))
        .anyMatch(line -> line.matches(".*\\| PPublish: WRITE := 1 +\\| .*wBuffer=<<>>.*"))
        .anyMatch(line -> line.matches(".*\\| +\\| ReaderAnswers +\\| .*reads=1.*"))
        .anyMatch(line -> line.matches(".*\\| +\\| CWait: sleeps on WRITE .*rTask=Idle.*"));
  }

  @Test
  void drawsAnyRingInTheCommonForm() throws InterruptedException {
    assertThat(drawn("any-not-compared-c"))
        .anyMatch(line -> line.matches(".*\\| PStep .*pOwes=TRUE.*"))
        .anyMatch(line -> line.matches(".*\\| +\\| CStep cAsleep=TRUE .*"));
    assertThat(drawn("cached-never-full"))
        .anyMatch(line -> line.matches(".*\\| PWriteSlot slot=\\[1, 0] -> PPublish +\\| .*"));
  }

  private static Check checked(Model model) throws InterruptedException {
    return new ModelLayer(List.of(model), folder)
        .run(Bounds.DEFAULT, Progress.SILENT)
        .checks()
        .get(0);
  }

  private static List<String> drawn(String name) throws InterruptedException {
    Model model = Model.named(name);
    Check check =
        model.effort() == Bounds.QUICK
            ? evidence.checks().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
            : checked(model);
    return Objects.requireNonNull(check.counterexample()).draw();
  }

  @Test
  void failsWhenTheResultDiffers() throws InterruptedException {
    assertThat(judged("PublishBeforeWrite", Map.of()))
        .startsWith("FAIL")
        .contains("expected: violates NoDataRaces");
  }

  @Test
  void failsWhenThePropertyDiffers() throws InterruptedException {
    Model control = Model.named("CountTwice");
    Model other =
        control.with(
            control.name(),
            control.constants(),
            control.replace(),
            List.of("CounterBounds"),
            control.properties());
    Check check = checked(other);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("expected: violates CountersCount");
  }

  @Test
  void failsWhenTheStateCountDiffers() throws InterruptedException {
    Model seed = Model.named("seed-2");
    Model fewer = seed.bounded(seed.name(), Map.of("Items", 4));
    Check check = checked(fewer);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("expected: holds in " + seed.expect().states());
  }

  @Test
  void failsWhenTlcCannotReadTheModel() throws InterruptedException {
    assertThat(judged("NoNotify", Map.of("PutOrder", "NoSuchDefinition")))
        .startsWith("FAIL")
        .contains("TLC did not finish");
  }

  @Test
  void drawsACounterexampleInTheCommonForm() throws InterruptedException {
    List<String> drawn = drawn("ClosedFlagApart");
    assertThat(drawn.get(0)).contains("producer").contains("consumer").contains("memory");
    assertThat(drawn).anyMatch(line -> line.contains("CWait: sleeps on WRITE"));
    assertThat(drawn).anyMatch(line -> line.contains("PClose") && line.contains("closedFlag=TRUE"));
  }

  private static String judged(String name, Map<String, String> replace)
      throws InterruptedException {
    Model control = Model.named(name);
    Model other =
        control.with(
            control.name(),
            control.constants(),
            replace,
            control.invariants(),
            control.properties());
    Check check = checked(other);
    return check.status() + " " + check.detail();
  }
}

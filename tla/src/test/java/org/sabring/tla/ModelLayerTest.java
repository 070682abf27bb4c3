package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.Profile;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;

class ModelLayerTest {

  /** What the modules beside the law promise, and of what: each with a control for each promise. */
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "SabStreamPromises",
              List.of(
                  "StateOK",
                  "UsesTheRing",
                  "DeliveredInOrder",
                  "HeldInOrder",
                  "HeldIsBounded",
                  "InFlightIsBounded",
                  "ReadIsNotReentered",
                  "ReadOnlyWhileOpen",
                  "EndOnlyAfterAll",
                  "EndOnce",
                  "NothingAfterEnd",
                  "NothingTakenAfterDestroy",
                  "NothingAfterClose",
                  "CloseFollowsDestroy",
                  "LoopNeverBlocks",
                  "WillBeTold",
                  "DestroyCancels",
                  "EverythingPutIsDelivered",
                  "CloseEndsTheStream",
                  "DestroyReachesTheRing"),
          "SabWritablePromises",
              List.of(
                  "StateOK",
                  "WritesIntoTheRing",
                  "WrittenInOrder",
                  "WrittenIsBounded",
                  "TellsWhenFull",
                  "DrainOnlyWhenEmpty",
                  "CloseAfterAll",
                  "WillBeToldOfRoom",
                  "DestroyCloses",
                  "EverythingWrittenIsPut",
                  "DrainFollows",
                  "EndClosesTheRing",
                  "CancelReachesTheStream"),
          "BrokenOffWaits", List.of("WakingChangesNothing", "NothingHalfDone"),
          "StoppedSide",
              List.of(
                  "AtMostOneUnpublished",
                  "StoredIsThere",
                  "NothingStoredIsOverwritten",
                  "EverythingPutIsTaken",
                  "CloseReachesConsumer",
                  "ConsumerComesBack",
                  "EverythingFreedIsFilled",
                  "CancelledNeverBlocks",
                  "ProducerComesBack"),
          "WaiterListPromises",
              List.of(
                  "StateOK",
                  "EverySleeperIsListedOrTold",
                  "NoneSwallowed",
                  "NoLostWakeup",
                  "OldestFirst",
                  "NotRemembered",
                  "AllSeeTheLastChange"),
          "HandshakePromises",
              List.of(
                  "StateOK",
                  "NoLostWakeup",
                  "AtMostOneTimeout",
                  "NeverWaitsOverIt",
                  "EverythingPublishedIsSeen"));

  @TempDir Path folder;

  @Test
  void everyQuickModelComesOutAsExpected() throws InterruptedException {
    Evidence evidence = new ModelLayer(Model.all(), folder).run(Bounds.QUICK, Progress.SILENT);

    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(evidence.checks().stream().filter(Check::control))
        .allSatisfy(control -> assertThat(control.counterexample()).as(control.name()).isNotNull());
    long quick = Model.all().stream().filter(m -> m.effort() == Bounds.QUICK).count();
    assertThat(evidence.checks()).hasSize((int) quick);
  }

  @Test
  void everyPropertyOfTheCatalogueIsCheckedAndHasAControl() {
    Set<Rule> checked = new LinkedHashSet<>();
    Set<Rule> broken = new LinkedHashSet<>();
    for (Model model : Model.all()) {
      (model.isControl() ? broken : checked).addAll(model.rules());
    }
    Set<Rule> promised =
        new LinkedHashSet<>(
            Stream.of(Rule.values()).filter(rule -> rule.layers().contains("model")).toList());
    assertThat(checked).isEqualTo(promised);
    // RB301 is broken by what its parts RB302 and RB303 name.
    assertThat(broken).isEqualTo(promised);
  }

  /** Nobody can take a check out of a model, or a model or control out of the layer, unnoticed. */
  @Test
  void everyModelChecksAllThatItCan() {
    Set<String> lively =
        Set.of("EverythingPutIsTaken", "CloseReachesConsumer", "CancelReachesProducer");
    Set<String> safe = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      if (rule.compareTo(Rule.RB601) < 0) {
        safe.addAll(List.of(rule.property().split(", ")));
      }
    }
    safe.removeAll(lively);
    for (Model model : Model.all()) {
      if (model.isControl() || !model.module().equals("CursorRingPromises")) {
        continue;
      }
      Set<String> expected = new TreeSet<>(model.specification().equals("Spec") ? safe : lively);
      if (model.protocol().profile() == Profile.SEED) {
        expected.remove("ConsumedNeverAhead"); // what the seed does not promise
      }
      assertThat(new TreeSet<>(model.checked())).as(model.name()).isEqualTo(expected);
    }
    assertThat(Model.all().stream().filter(model -> !model.isControl()).map(Model::name))
        .containsExactly(
            "reference-2",
            "reference-3",
            "reference-4",
            "reference-6",
            "seed-2",
            "seed-3",
            "seed-4",
            "reference-2-live",
            "reference-2-live-short",
            "seed-2-live",
            "FreeBeforeRead-no-race",
            "broken-off-waits",
            "broken-off-waits-forgetful",
            "UseWhatItKnew-unbroken",
            "producer-stops",
            "producer-stops-long",
            "producer-stops-seed",
            "producer-stops-unwaited",
            "producer-notifies-then-stops",
            "consumer-stops",
            "consumer-stops-long",
            "consumer-stops-unwaited",
            "consumer-notifies-then-stops",
            "waiter-list",
            "waiter-list-3",
            "waiter-list-one",
            "waiter-list-live",
            "waiter-list-timed",
            "handshake-sc",
            "handshake-tso",
            "handshake-ra",
            "handshake-timed-tso",
            "handshake-timed-ra",
            "invariant-2",
            "invariant-3",
            "invariant-seed-3",
            "inductive-2",
            "inductive-seed-2",
            "inductive-2-stale",
            "inductive-3",
            "stream-live",
            "stream-live-2",
            "stream-1",
            "stream-2",
            "stream-0",
            "stream-waits",
            "stream-waits-live",
            "writable-live",
            "writable-live-2",
            "writable-1",
            "writable-2",
            "writable-ignores");
    assertThat(Model.all().stream().filter(Model::isControl).map(Model::name))
        .containsExactly(
            "PublishBeforeWrite",
            "FreeBeforeRead",
            "FreeAllBeforeRead",
            "AllSlotsUsed",
            "WaitWithoutCompare",
            "NoNotify",
            "NoNotify-live",
            "NotifyBeforePublish",
            "ClosedFlagApart",
            "ClosedBeforeEmpty",
            "ClosedBeforeEmpty-refinement",
            "CancelWithoutNotify",
            "CancelWithoutNotify-live",
            "CloseWithoutNotify",
            "CloseWithoutNotify-live",
            "CountAfterPublish",
            "CountTwice",
            "WaitUncounted",
            "WrongWrap",
            "SkipSlot",
            "SkipSlot-refinement",
            "TakeNewest",
            "PutAfterClose",
            "UnfairConsumer",
            "seed-consumed-ahead",
            "ExactBounds-reference",
            "ExactBounds-seed",
            "ExactBounds-stored",
            "UseWhatItKnew",
            "WakeWithoutLook",
            "WakeWithoutLook-refinement",
            "OfferCountedBeforeRoom",
            "producer-stops-untimed",
            "producer-stops-untimed-returns",
            "producer-stops-untimed-close",
            "consumer-stops-untimed",
            "consumer-stops-untimed-returns",
            "consumer-stops-untimed-cancel",
            "OverwriteOldest",
            "OverwriteOldest-stored",
            "NeverPublish",
            "NotifyOne",
            "NotifyOne-live",
            "SwallowNotification",
            "StayListed",
            "StayListed-state",
            "RememberNotification",
            "YoungestFirst",
            "flag-tso",
            "halfFences-tso",
            "consumerFence-tso",
            "flag-ra",
            "halfFences-ra",
            "producerFence-ra",
            "consumerFence-ra",
            "store-never-arrives-tso",
            "store-never-arrives-ra",
            "SleepAgain",
            "AwakeInList",
            "SleepWithoutCompare",
            "NoRoom",
            "stream-waits-blocks",
            "ReenteredRead",
            "ReenteredRead-state",
            "ReadAfterEnd",
            "UnboundedBuffer",
            "UnboundedBuffer-in-flight",
            "EndBeforeData",
            "EndBeforeData-after",
            "DoubleEnd",
            "AskWithoutCompare",
            "AskWithoutCompare-live",
            "AskWithoutCompare-close",
            "DataAfterClose",
            "TakeAfterDestroy",
            "CloseForgotten",
            "DestroyWithoutCancel",
            "DestroyWithoutCancel-live",
            "DeliverNewest",
            "DropWhenPaused",
            "PollAll",
            "writable-ignores-unbounded",
            "LostWhenFull",
            "PutBeyondRoom",
            "StillOffering",
            "WriteAlwaysTrue",
            "WriteAlwaysTrue-unbounded",
            "DrainForgotten",
            "DrainTooEarly",
            "CloseBeforeData",
            "AskRoomWithoutCompare",
            "AskRoomWithoutCompare-live",
            "DestroyWithoutClose",
            "DestroyWithoutClose-live",
            "CancelUnheard");
  }

  /**
   * What the modules beside the law promise is checked, that and no more, and each has a control.
   */
  @Test
  void everyPromiseBesideTheLawIsCheckedAndHasAControl() throws IOException {
    Map<String, Set<String>> checked = new TreeMap<>();
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Model model : Model.all()) {
      String subject = subject(model.module());
      if (BESIDE.containsKey(subject)) {
        Map<String, Set<String>> seen = model.isControl() ? broken : checked;
        seen.computeIfAbsent(subject, any -> new TreeSet<>()).addAll(model.checked());
      }
    }
    BESIDE.forEach(
        (subject, promises) -> {
          assertThat(checked.get(subject)).as(subject).containsAll(promises);
          assertThat(broken.get(subject)).as(subject + ": controls").containsAll(promises);
        });
    assertThat(checked.get("StoppedSide")).hasSameElementsAs(BESIDE.get("StoppedSide"));
    assertThat(checked.get("SabStreamPromises")).hasSameElementsAs(BESIDE.get("SabStreamPromises"));
    assertThat(checked.get("SabWritablePromises"))
        .hasSameElementsAs(BESIDE.get("SabWritablePromises"));
    assertThat(checked.get("WaiterListPromises"))
        .hasSameElementsAs(BESIDE.get("WaiterListPromises"));
    assertThat(checked.get("HandshakePromises")).hasSameElementsAs(BESIDE.get("HandshakePromises"));
  }

  /** A control builds on the module that it is a control of. */
  private static String subject(String module) throws IOException {
    if (BESIDE.containsKey(module)
        || Law.class.getResource("controls/" + module + ".tla") == null) {
      return module;
    }
    try (InputStream text = Law.open("controls/" + module + ".tla")) {
      Matcher base =
          Pattern.compile("(?m)^EXTENDS (\\w+)")
              .matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      return base.find() ? base.group(1) : module;
    }
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

  private List<String> drawn(String name) throws InterruptedException {
    Check check =
        new ModelLayer(List.of(Model.named(name)), folder)
            .run(Bounds.DEFAULT, Progress.SILENT)
            .checks()
            .get(0);
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
    Model other = with(control, control.constants(), control.replace(), List.of("CounterBounds"));
    Check check =
        new ModelLayer(List.of(other), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("expected: violates CountersCount");
  }

  @Test
  void failsWhenTheStateCountDiffers() throws InterruptedException {
    Model seed = Model.named("seed-2");
    Map<String, Object> constants = new TreeMap<>(seed.constants());
    constants.put("Items", 4);
    Model fewer = with(seed, constants, seed.replace(), seed.invariants());
    Check check =
        new ModelLayer(List.of(fewer), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
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

  private String judged(String name, Map<String, String> replace) throws InterruptedException {
    Model control = Model.named(name);
    Model other = with(control, control.constants(), replace, control.invariants());
    Check check =
        new ModelLayer(List.of(other), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    return check.status() + " " + check.detail();
  }

  private static Model with(
      Model model,
      Map<String, Object> constants,
      Map<String, String> replace,
      List<String> invariants) {
    return new Model(
        model.name(),
        model.says(),
        model.module(),
        model.specification(),
        constants,
        replace,
        invariants,
        model.properties(),
        model.effort(),
        model.expect(),
        model.breaks());
  }
}

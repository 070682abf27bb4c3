package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;

/** Which models there are and what they check, without running any. */
class ModelCatalogueTest {

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
}

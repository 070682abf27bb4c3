package org.sabring.spec.law;

import java.util.Arrays;
import java.util.List;

/**
 * The numbered rules that the ring promises to keep: the same numbers in TLA+, Java, tests and
 * reports.
 *
 * <p>RB1xx: the queue as callers see it. RB2xx: the memory. RB3xx: waiting. RB4xx: counters. RB5xx:
 * closing. RB6xx: streams. A number is never used again for something else.
 */
public enum Rule {
  RB101(
      "Elements come out in the order they went in.",
      "First in, first out is what a queue is for.",
      "RefinesBoundedFifo",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB102(
      "An element that was put is not lost: it is taken, or still stored.",
      "A ring that drops an element under pressure corrupts whatever is built on it.",
      "RefinesBoundedFifo",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB103(
      "Every element taken was put, unchanged, and is taken once.",
      "Nothing is invented, torn or doubled.",
      "RefinesBoundedFifo",
      List.of("model", "proof", "weak", "explore", "conformance", "property", "race", "oracle")),
  RB104(
      "At most capacity - 1 elements are stored.",
      "One slot stays empty, so that equal cursors always mean empty.",
      "Bounded",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB201(
      "A slot is written before the cursor that hands it over is published.",
      "The consumer may read a slot as soon as WRITE has passed it.",
      "NoDataRaces",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB202(
      "A slot is read before the cursor that frees it is published.",
      "The producer may overwrite a slot as soon as READ has passed it.",
      "NoDataRaces",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB203(
      "Every word has one writer, and a load returns what that writer stored.",
      "Without it no reasoning about a side's own words would hold.",
      "OneWriterAWord, LoadsReturnWhatIsThere",
      List.of("model", "proof", "explore", "conformance", "property", "oracle")),
  RB204(
      "A cursor moves one slot at a time, around the end, within the data region; for a batch, over"
          + " the slots just written or read.",
      "A cursor that jumps hands over slots nobody wrote, or frees slots nobody read.",
      "CursorsMoveByOne, TypeOK",
      List.of("model", "proof", "explore", "conformance", "property", "oracle")),
  RB301(
      "No lost wake-up: who sleeps has nothing to wake for, or its notification is still on its"
          + " way.",
      "A lost wake-up is a program that stops for no reason.",
      "NoLostWakeup",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB302(
      "A side waits only on the word that told it to, and only while that word has not changed.",
      "Comparing and blocking in one step is what makes waiting safe.",
      "NoLostWakeup",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB303(
      "Each move of a cursor is followed by a notification on that cursor.",
      "The sleeper cannot see the move by itself.",
      "NoLostWakeup, NotificationsWake",
      List.of("model", "proof", "weak", "explore", "conformance", "property", "race", "oracle")),
  RB304(
      "The two sides never wait for each other.",
      "Full and empty cannot both hold, so one side can always go on.",
      "NoDeadlock, ProducerCanGoOn, ConsumerCanGoOn, PutComesBack",
      List.of("model", "proof", "weak", "explore", "property")),
  RB305(
      "If both sides keep running, everything put is eventually taken.",
      "Safety alone is satisfied by a ring that does nothing.",
      "EverythingPutIsTaken",
      List.of("model", "proof", "weak")),
  RB401(
      "PRODUCED - CONSUMED lies in 0..capacity (seed: -1..capacity).",
      "PRODUCED is counted before publishing and CONSUMED after freeing, so that neither side ever"
          + " sees more taken than offered. The seed counts both afterwards. Where a batch of n is"
          + " freed at once, it may be up to capacity - 1 + n.",
      "CounterBounds, ConsumedNeverAhead",
      List.of("model", "proof", "explore", "property", "race", "oracle")),
  RB402(
      "Each element is counted once on each side, modulo 2^32.",
      "Counters that drift are worse than none.",
      "CountersCount, CountersMoveByOne",
      List.of("model", "proof", "explore", "conformance", "property", "oracle")),
  RB403(
      "Each wait is counted once, before it begins.",
      "The counters tell which side is the slow one.",
      "WaitsAreCounted",
      List.of("model", "proof", "explore", "conformance", "property", "oracle")),
  RB501(
      "After close the consumer gets everything that was put, and then the end.",
      "Closing is not a way to lose what is still stored.",
      "EndOnlyAfterEverything, CloseReachesConsumer",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB502(
      "Nothing is put after close, and nothing is taken after cancel.",
      "Closing and cancelling are final.",
      "FlagsAreFinal",
      List.of("model", "proof", "explore", "property", "race", "oracle")),
  RB503(
      "After cancel the producer never blocks again.",
      "Nobody will ever make room for it.",
      "CancelFreesProducer, NoSleepAfterCancel, ProducerCanGoOn, CancelReachesProducer, PutComesBack",
      List.of("model", "proof", "weak", "explore", "property", "race", "oracle")),
  RB601(
      "A stream delivers elements in the order in which they were put, each once.",
      "A stream over the ring is a longer queue, and still a queue.",
      "UsesTheRing, DeliveredInOrder, HeldInOrder, EverythingPutIsDelivered",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB602(
      "At most capacity - 1 elements in the ring and the high-water mark in the stream are on their way.",
      "A slow consumer must stall the producer, and not fill the memory.",
      "HeldIsBounded, InFlightIsBounded",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB603(
      "A stream does not call _read before the last call was answered, nor after the end or a destroy.",
      "A source that is asked twice at once takes two elements, and cannot say which was first.",
      "ReadIsNotReentered, ReadOnlyWhileOpen",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB604(
      "A stream ends once, after everything that was put, and nothing comes after the end.",
      "Who has seen the end may close files and count.",
      "EndOnlyAfterAll, EndOnce, NothingAfterEnd, CloseEndsTheStream",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB605(
      "After a destroy a stream takes nothing more, and after its event close it delivers nothing.",
      "Who has heard the close has torn down what would receive more.",
      "NothingTakenAfterDestroy, NothingAfterClose, CloseFollowsDestroy",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB606(
      "A stream never blocks its event loop.",
      "Everything else on the loop would stand still with it, as in the seed.",
      "LoopNeverBlocks",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB607(
      "A stream that has asked to be told has nothing to be told, or will be told.",
      "Between finding the ring empty and asking, the producer may come and go.",
      "WillBeTold",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB608(
      "Destroying a stream before its end cancels its ring.",
      "Else a producer that waits for room waits for ever.",
      "DestroyCancels, DestroyReachesTheRing",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB611(
      "A stream into the ring hands over what was written, in that order, each once.",
      "It is the same queue, seen from the other end.",
      "WritesIntoTheRing, WrittenInOrder, EverythingWrittenIsPut",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB612(
      "From the high-water mark on a write answers false, and drain follows once the buffer is empty.",
      "Who heeds the answer fills no memory, and who waits for drain does not wait for ever.",
      "WrittenIsBounded, TellsWhenFull, DrainOnlyWhenEmpty, DrainFollows",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB613(
      "After end the ring is closed, once everything that was written is in it.",
      "The reader must not see the end before the data.",
      "CloseAfterAll, EndClosesTheRing",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB614(
      "A stream that has asked for room has nothing to be told, or will be told.",
      "Between finding the ring full and asking, the consumer may come and go.",
      "WillBeToldOfRoom",
      List.of("model", "proof", "explore", "conformance", "stream")),
  RB615(
      "Destroying a stream closes its ring, and a cancelled ring destroys the stream that writes.",
      "An end that nobody hears of leaves the other side waiting.",
      "DestroyCloses, CancelReachesTheStream",
      List.of("model", "proof", "explore", "conformance", "stream"));

  private final String sentence;
  private final String intent;
  private final String property;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> layers;

  Rule(String sentence, String intent, String property, List<String> layers) {
    this.sentence = sentence;
    this.intent = intent;
    this.property = property;
    this.layers = layers;
  }

  /** What is promised. */
  public String sentence() {
    return sentence;
  }

  /** Why it is promised. */
  public String intent() {
    return intent;
  }

  /** The TLA+ properties that state it, as one text. */
  public String property() {
    return property;
  }

  /** The rules that a TLA+ property states. */
  public static List<Rule> statedBy(String property) {
    return Arrays.stream(values())
        .filter(rule -> List.of(rule.property.split(", ")).contains(property))
        .toList();
  }

  /** The names of the layers that watch it. */
  public List<String> layers() {
    return layers;
  }
}

package org.sabring.properties.explore.race;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;
import org.sabring.spec.race.RaceCall;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabReadable;

/** A side of a race in the explorer: its end of the ring, and what it is answered. */
final class RaceSide {

  private final RaceInts memory;
  private final CursorRing ring;
  private final boolean waits;

  RaceSide(SharedInts memory, Mutation planted, RingLayout layout, boolean waits) {
    this.memory = new RaceInts(planted.plant(memory, layout));
    this.ring = CursorRing.attach(this.memory, layout);
    this.waits = waits;
  }

  /**
   * Whether a side is an event loop and nothing else. Its code is not rewritten: thousands of
   * accesses that no other side can see would be followed one by one.
   */
  static boolean isLoop(List<RaceCall> calls) {
    RaceCall.Kind first = calls.get(0).kind();
    boolean streams = first == RaceCall.Kind.STREAM || first == RaceCall.Kind.FAILING_STREAM;
    return streams && calls.size() == 1;
  }

  /** Makes a call; its answer as a text. */
  String make(RaceCall call) throws InterruptedException {
    memory.forget();
    int number = call.number();
    return switch (call.kind()) {
      case OFFER -> ring.producer().offer(number).name();
      case OFFER_BOTH -> offerBoth(number);
      case PUT -> waited(ring.producer().put(number).name());
      case TIMED_PUT -> waited(ring.producer().put(number, 1, TimeUnit.DAYS).name());
      case ASKING_PUT -> waited(askingPut(number).name());
      case CLOSE -> Boolean.toString(ring.producer().close());
      case POLL -> text(ring.consumer().poll());
      case POLL_BOTH -> pollBoth();
      case TAKE -> waited(text(ring.consumer().take()));
      case TIMED_TAKE -> waited(text(ring.consumer().take(1, TimeUnit.DAYS)));
      case ASKING_TAKE -> waited(text(askingTake()));
      case CANCEL -> Boolean.toString(ring.consumer().cancel());
      case STREAM -> events(false);
      case FAILING_STREAM -> events(true);
      case PRODUCED -> Integer.toString(memory.getOpaque(ring.layout().produced()));
      case CONSUMED -> Integer.toString(memory.getOpaque(ring.layout().consumed()));
    };
  }

  private String waited(String answer) {
    return waits ? answer + " " + memory.lastWait() : answer;
  }

  private String text(Taken taken) {
    return taken == Taken.ELEMENT ? Integer.toString(ring.consumer().element()) : taken.name();
  }

  private String offerBoth(int element) {
    BatchProducer batches = ring.producer().batches();
    Offered answer = batches.offer(new int[] {element, element + 1}, 0, 2);
    return answer == Offered.STORED ? answer + " " + batches.stored() : answer.name();
  }

  private String pollBoth() {
    BatchConsumer batches = ring.consumer().batches();
    int[] into = new int[2];
    Taken answer = batches.poll(into, 0, 2);
    return answer != Taken.ELEMENT
        ? answer.name()
        : batches.taken() == 1 ? Integer.toString(into[0]) : into[0] + " " + into[1];
  }

  private Offered askingPut(int element) {
    Offered answer = ring.producer().offer(element);
    while (answer == Offered.FULL) {
      ring.producer().whenReady(() -> {});
      memory.beTold();
      answer = ring.producer().offer(element);
    }
    return answer;
  }

  private Taken askingTake() {
    Consumer consumer = ring.consumer();
    Taken answer = consumer.poll();
    while (answer == Taken.EMPTY) {
      consumer.whenReady(() -> {});
      memory.beTold();
      answer = consumer.poll();
    }
    return answer;
  }

  /** The events of a stream, on a loop that has this side for its thread. */
  private String events(boolean failing) {
    List<String> events = new ArrayList<>();
    Queue<Runnable> tasks = new ArrayDeque<>();
    EventLoop loop = EventLoop.on(tasks::add).onUncaught(RaceSide::letThrough);
    loop.post(
        () -> {
          SabReadable stream = new SabReadable(loop, ring.consumer());
          stream.end().on(end -> events.add("end"));
          stream.close().on(close -> events.add("close"));
          stream
              .error()
              .on(
                  error -> {
                    letThrough(error);
                    events.add("error");
                  });
          stream
              .data()
              .on(
                  element -> {
                    events.add(element.toString());
                    if (failing) {
                      stream.destroy(new IllegalStateException("a failing stream"));
                    }
                  });
        });
    do {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    } while (memory.beTold());
    return String.join(" ", events);
  }

  /** The explorer stops a side by an error, which a stream takes for its own. */
  private static void letThrough(Throwable error) {
    if (error instanceof Error stopped) {
      throw stopped;
    }
  }
}

package org.sabring.stream.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.stream.CountingReadable;
import org.sabring.stream.Log;
import org.sabring.stream.ManualWritable;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;
import org.sabring.stream.sab.SabReadable;
import org.sabring.stream.sab.WatchedRing;

/** What Reactive Streams' own test kit, in properties, does not look at. */
@Timeout(20)
class FlowTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(8);

  /** A subscription that says what is asked of it. */
  private record Told(Log log) implements Flow.Subscription {
    @Override
    public void request(long n) {
      log.say("request " + n);
    }

    @Override
    public void cancel() {
      log.say("cancel");
    }
  }

  private static final Flow.Subscription NOTHING = new Told(new Log());

  /** Says everything, and requests so many in the beginning. */
  private final class Heard implements Flow.Subscriber<Integer> {
    final String name;
    final long first;
    long count;
    Flow.Subscription subscription = NOTHING;

    Heard(String name, long first) {
      this.name = name;
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(first);
    }

    @Override
    public void onNext(Integer element) {
      count++;
      if (count <= 3) {
        log.say(name + " " + element);
      }
    }

    @Override
    public void onError(Throwable error) {
      log.say(name + " error " + error.getMessage());
    }

    @Override
    public void onComplete() {
      log.say(name + " complete");
    }
  }

  private Readable<Integer> endless() {
    return new CountingReadable(turns.loop, Long.MAX_VALUE, 2);
  }

  @Test
  void whoRequestsEverythingDoesNotKeepTheLoop() {
    Readable<Integer> source = endless();
    Heard all = new Heard("all", Long.MAX_VALUE);
    new ReadablePublisher<>(source).subscribe(all);
    turns.loop.post( // comes before the request, so the next one comes while chunks are delivered
        () ->
            turns.loop.post(
                () ->
                    turns.loop.post(
                        () -> {
                          log.say("another task");
                          source.destroy();
                        })));
    turns.runAll();
    assertThat(log.lines())
        .contains("all 1", "all 2", "all 3", "another task")
        .last()
        .asString()
        .startsWith("all error ERR_STREAM_PREMATURE_CLOSE");
    assertThat(all.count).isGreaterThanOrEqualTo(256);
  }

  @Test
  void aSecondSubscriberIsRefused() {
    ReadablePublisher<Integer> publisher = new ReadablePublisher<>(endless());
    publisher.subscribe(new Heard("first", 1));
    publisher.subscribe(new Heard("second", 1));
    turns.runAll();
    assertThat(log.lines())
        .containsExactlyInAnyOrder(
            "first 1", "second error subscribers=1, expected none before this one");
  }

  /** A ring that is closed would look like the end: the error must come first. */
  @Test
  void anErrorGoesAroundTheRingAndIsNotTakenForTheEnd() {
    Turns other = new Turns();
    RingProcessor processor = new RingProcessor(turns.loop, other.loop, 4, 1);
    processor.onSubscribe(new Told(log));
    processor.subscribe(new Heard("out", 1));
    turns.runAll();
    processor.onNext(1);
    processor.onNext(2);
    processor.onError(new IllegalStateException("upstream"));
    turns.runAll();
    other.runAll();
    turns.runAll();
    other.runAll();
    assertThat(log.lines()).doesNotContain("cancel").last().isEqualTo("out error upstream");
    assertThat(turns.uncaught).isEmpty();
    assertThat(other.uncaught).isEmpty();
  }

  @Test
  void whoCancelsStopsTheSourceBeyondTheRing() {
    RingProcessor processor = new RingProcessor(turns.loop, turns.loop, 4, 1);
    Readable<Integer> source = endless();
    new ReadablePublisher<>(source).subscribe(processor);
    Heard out = new Heard("out", 2);
    processor.subscribe(out);
    turns.runAll();
    assertThat(log.lines()).containsExactly("out 1", "out 2");
    out.subscription.cancel();
    turns.runAll();
    assertThat(log.lines()).isEmpty();
    assertThat(source.isDestroyed()).isTrue();
    assertThat(turns.uncaught).isEmpty();
  }

  private Heard subscribe(long first) {
    Heard out = new Heard("out", first);
    SabReadable stream = new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(1));
    new ReadablePublisher<>(stream).subscribe(out);
    turns.runAll();
    return out;
  }

  @Test
  @Rules("RB602")
  void aPublisherReadsOnlyWhatIsRequested() {
    ring.put(1, 7);
    subscribe(2);
    assertThat(log.lines()).containsExactly("out 1", "out 2");
    assertThat(ring.size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  @Rules("RB604")
  void aPublisherCompletesOnce() {
    ring.put(1, 1);
    ring.producer().close();
    subscribe(9);
    assertThat(log.lines()).containsExactly("out 1", "out complete");
  }

  @Test
  @Rules("RB608")
  void whoCancelsASubscriptionCancelsTheRing() {
    ring.put(1, 7);
    subscribe(1).subscription.cancel();
    turns.runAll();
    assertThat(ring.isCancelled()).isTrue();
    assertThat(log.lines()).containsExactly("out 1");
  }

  @Test
  @Rules("RB612")
  void aSubscriberRequestsNothingBeforeDrain() {
    ManualWritable sink = new ManualWritable(turns.loop, 1, log);
    WritableSubscriber<Integer> written = new WritableSubscriber<>(sink);
    written.onSubscribe(new Told(log));
    written.onNext(1);
    turns.runAll();
    assertThat(log.lines()).containsExactly("request 1", "write 1");
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("request 1");
  }
}

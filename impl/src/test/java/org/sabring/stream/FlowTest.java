package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Reactive Streams' own test kit, in properties, does not look at. */
@Timeout(60)
class FlowTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();

  /** Says everything, and requests so many in the beginning. */
  private final class Heard implements Flow.Subscriber<Integer> {
    final String name;
    final long first;
    long count;

    Heard(String name, long first) {
      this.name = name;
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(first);
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

  /** 1, 2, 3 … as fast as anybody reads. */
  private Readable<Integer> endless() {
    return new Readable<>(turns.loop, Mode.objects(), Settings.highWaterMark(2)) {
      private int next = 1;

      @Override
      protected void onRead(int size) {
        push(next++);
      }
    };
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
    boolean[] cancelled = new boolean[1];
    processor.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {
            cancelled[0] = true;
          }
        });
    processor.subscribe(new Heard("out", 1));
    turns.runAll();
    processor.onNext(1);
    processor.onNext(2);
    processor.onError(new IllegalStateException("upstream"));
    turns.runAll();
    other.runAll();
    turns.runAll();
    other.runAll();
    assertThat(log.lines()).last().isEqualTo("out error upstream");
    assertThat(cancelled[0]).isFalse();
    assertThat(turns.uncaught).isEmpty();
    assertThat(other.uncaught).isEmpty();
  }

  @Test
  void whoCancelsStopsTheSourceBeyondTheRing() {
    RingProcessor processor = new RingProcessor(turns.loop, turns.loop, 4, 1);
    Readable<Integer> source = endless();
    new ReadablePublisher<>(source).subscribe(processor);
    processor.subscribe(
        new Flow.Subscriber<>() {
          private Flow.Subscription subscription =
              new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
              };

          @Override
          public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(2);
          }

          @Override
          public void onNext(Integer element) {
            log.say("got " + element);
            if (element == 2) {
              subscription.cancel();
            }
          }

          @Override
          public void onError(Throwable error) {
            log.say("error");
          }

          @Override
          public void onComplete() {
            log.say("complete");
          }
        });
    turns.runAll();
    assertThat(log.lines()).containsExactly("got 1", "got 2");
    assertThat(source.isDestroyed()).isTrue();
    assertThat(turns.uncaught).isEmpty();
  }
}

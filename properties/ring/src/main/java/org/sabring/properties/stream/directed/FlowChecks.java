package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Flow;
import org.sabring.stream.ReadablePublisher;
import org.sabring.stream.SabReadable;
import org.sabring.stream.Settings;
import org.sabring.stream.WritableSubscriber;

/** What streams promise as publishers and subscribers of Java's own. */
@SuppressWarnings("unused") // found by their names
final class FlowChecks {

  private final HandLoop loop = new HandLoop();
  private final WatchedRing ring = new WatchedRing(8);
  private final Subscribed subscriber = new Subscribed();

  private void subscribe() {
    SabReadable stream = new SabReadable(loop.loop(), ring.consumer(), Settings.highWaterMark(1));
    new ReadablePublisher<>(stream).subscribe(subscriber);
    loop.runAll();
  }

  private void request(long elements) {
    subscriber.subscription().request(elements);
    loop.runAll();
  }

  void required_RB602_aPublisherReadsOnlyWhatIsRequested() {
    ring.put(1, 7);
    subscribe();
    request(2);
    assertThat(subscriber.heard).containsExactly(1, 2);
    assertThat(ring.size()).isGreaterThanOrEqualTo(4);
  }

  void required_RB604_aPublisherCompletesOnce() {
    ring.put(1, 1);
    ring.producer().close();
    subscribe();
    request(9);
    assertThat(subscriber.heard).containsExactly(1, "complete");
  }

  void required_RB608_whoCancelsASubscriptionCancelsTheRing() {
    ring.put(1, 7);
    subscribe();
    request(1);
    subscriber.subscription().cancel();
    loop.runAll();
    assertThat(ring.isCancelled()).isTrue();
    assertThat(subscriber.heard).containsExactly(1);
  }

  void required_RB612_aSubscriberRequestsNothingBeforeDrain() {
    Sink sink = new Sink(loop.loop(), 1);
    WritableSubscriber<Integer> written = new WritableSubscriber<>(sink);
    long[] requested = {0};
    written.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long elements) {
            requested[0] += elements;
          }

          @Override
          public void cancel() {}
        });
    written.onNext(1);
    loop.runAll();
    assertThat(requested[0]).isEqualTo(1);
    loop.run(sink::finishOne);
    assertThat(requested[0]).isEqualTo(2);
  }
}

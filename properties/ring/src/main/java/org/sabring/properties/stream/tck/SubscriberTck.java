package org.sabring.properties.stream.tck;

import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.Writable;
import org.sabring.stream.flow.WritableSubscriber;

/** Reactive Streams' rules for subscribers, on a Writable that takes its time. */
public class SubscriberTck extends FlowSubscriberBlackboxVerification<Integer> {

  private final EventLoop loop = EventLoop.create("sabring-tck-subscriber");

  /** Found by TestNG. */
  public SubscriberTck() {
    super(new TestEnvironment(TckRun.TIMEOUT_MILLIS, TckRun.SILENCE_MILLIS));
  }

  @Override
  public Flow.Subscriber<Integer> createFlowSubscriber() {
    Writable<Integer> sink =
        new Writable<>(loop, ChunkMode.objects(), Settings.highWaterMark(1)) {
          @Override
          protected void onWrite(Integer chunk, Done done) {
            loop().post(() -> done.done(null));
          }
        };
    loop.post(() -> sink.error().on(error -> {})); // the kit sends some
    return new WritableSubscriber<>(sink);
  }

  @Override
  public Integer createElement(int element) {
    return element;
  }
}

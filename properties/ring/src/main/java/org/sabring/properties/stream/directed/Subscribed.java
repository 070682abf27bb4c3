package org.sabring.properties.stream.directed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks for what it is told to ask for. */
final class Subscribed implements Flow.Subscriber<Integer> {

  final List<Object> heard = new ArrayList<>();
  private Flow.@Nullable Subscription subscription;

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
  }

  @Override
  public void onNext(Integer element) {
    heard.add(element);
  }

  @Override
  public void onError(Throwable error) {
    heard.add("error");
  }

  @Override
  public void onComplete() {
    heard.add("complete");
  }

  Flow.Subscription subscription() {
    if (subscription == null) {
      throw new IllegalStateException("nobody has subscribed");
    }
    return subscription;
  }
}

package org.sabring.properties.explore.shipped;

import java.util.ArrayList;
import java.util.List;
import org.sabring.explore.Operation;
import org.sabring.memory.SharedInts;

/** Calls on a memory, whichever it is. Words are expected to be 0, and stored to be 1. */
final class WaitCall {

  /** As long as a wait may be: it ends early, or when the explorer lets its time be up. */
  private static final long DAY = 86_400_000_000_000L;

  private WaitCall() {}

  static Operation<SharedInts> await(int word) {
    return await("await " + word, word, SharedInts.FOREVER);
  }

  static Operation<SharedInts> awaitADay(int word) {
    return await("await " + word + " a day", word, DAY);
  }

  /** Its time is up after so many wake-ups for no reason. */
  static Operation<SharedInts> awaitNanos(int word, long nanos) {
    return await("await " + word + " " + nanos + " ns", word, nanos);
  }

  private static Operation<SharedInts> await(String name, int word, long nanos) {
    return Operation.of(name, memory -> memory.await(word, 0, nanos).name());
  }

  /** And whether the interrupt status is set afterwards. */
  static Operation<SharedInts> awaitInterruptibly(int word, long nanos) {
    return Operation.of(
        "await " + word,
        memory -> {
          String answer;
          try {
            answer = memory.await(word, 0, nanos).name();
          } catch (InterruptedException e) {
            answer = Operation.INTERRUPTED;
          }
          return Thread.interrupted() ? answer + "!" : answer;
        });
  }

  /** The same, by a side that has been interrupted before. */
  static Operation<SharedInts> awaitInterrupted(int word) {
    Operation.Body<SharedInts> await = awaitInterruptibly(word, SharedInts.FOREVER).body();
    return Operation.of(
        "interrupted, await " + word,
        memory -> {
          Thread.currentThread().interrupt();
          return await.run(memory);
        });
  }

  /** On a view of that word alone. */
  static Operation<SharedInts> awaitInView(int word) {
    return Operation.of(
        "await 0 in a view of " + word,
        memory -> memory.view(word, 1).await(0, 0, SharedInts.FOREVER).name());
  }

  static Operation<SharedInts> wake(int word, int count) {
    String many = count == SharedInts.ALL ? " all" : " " + count;
    return Operation.of("notify " + word + many, memory -> memory.notify(word, count));
  }

  static Operation<SharedInts> store(int word) {
    return Operation.of(
        "store " + word,
        memory -> {
          memory.setRelease(word, 1);
          return null;
        });
  }

  /** Until so many wait. */
  static Operation<SharedInts> untilWaiting(int word, int many) {
    return Operation.<SharedInts>of(
            "until " + many + " on " + word,
            memory -> memory.waiters(word) == many ? "ready" : null)
        .repeatedWhile(Operation.DONE::equals);
  }

  /** The calls whose steps the explorer takes for one each, on each of so many words. */
  static List<Operation<SharedInts>> all(int words) {
    List<Operation<SharedInts>> all = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      all.add(await(word));
      all.add(awaitADay(word));
      all.add(wake(word, 1));
      all.add(wake(word, SharedInts.ALL));
      all.add(store(word));
    }
    return all;
  }
}

package org.sabring.stream.sab;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.stream.EventLoop;

/**
 * A program: a ring in a mapped file, which is cut short under it. Arguments: the file, and what
 * uses the ring.
 */
public final class CutShort {

  /** So many calls are made: the JVM may say it a little later than the access. */
  private static final int CALLS = 1_000;

  private CutShort() {}

  /** Prints what is seen. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    RingLayout layout = RingLayout.compact(1_000);
    CursorRing ring = CursorRing.create(SharedInts.mapped(file, layout.length()), layout);
    ring.producer().offer(1);
    if (arguments[1].equals("stream")) {
      stream(ring, file);
    } else {
      cut(file);
      call("offer", () -> ring.producer().offer(2));
      call("poll", () -> ring.consumer().poll());
      call("wait", () -> ring.memory().await(layout.write(), 0, 1_000));
    }
    System.out.println("still running");
  }

  private static void cut(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private interface Call {
    Object run() throws Exception;
  }

  private static void call(String name, Call call) throws Exception {
    Object answer = "";
    for (int i = 0; i < CALLS; i++) {
      try {
        answer = call.run();
      } catch (InternalError e) {
        System.out.println(name + ": InternalError");
        return;
      }
    }
    System.out.println(name + ": " + answer);
  }

  private static void stream(CursorRing ring, Path file) throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    try (EventLoop loop = EventLoop.create("reader")) {
      loop.onUncaught(
          error -> {
            System.out.println("loop: " + error.getClass().getSimpleName());
            heard.countDown();
          });
      SabReadable stream = new SabReadable(loop, ring.consumer());
      loop.post(
          () -> {
            stream.error().on(error -> System.out.println(error.getClass().getSimpleName()));
            stream.close().on(none -> heard.countDown());
            stream.data().on(any -> first.countDown());
          });
      System.out.println("first: " + first.await(20, TimeUnit.SECONDS));
      cut(file);
      loop.post(() -> stream.read(0));
      // The stream has asked to be told, in this process: whoever notifies tells it.
      ring.memory().notify(ring.layout().write(), SharedInts.ALL);
      System.out.println("heard: " + heard.await(20, TimeUnit.SECONDS));
    }
  }
}

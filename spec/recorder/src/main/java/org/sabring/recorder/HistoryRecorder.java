package org.sabring.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.recorder.RecordingVerdict.Answer;

/**
 * A recorder of what a queue is asked and answers, by each thread through a handle of its own, to
 * be judged by the oracle: was there an order of all these calls in which a bounded FIFO gives the
 * same answers?
 *
 * <pre>{@code
 * HistoryRecorder<Integer> recorder = HistoryRecorder.around(queue).bound(1024);
 * RecordedProducer<Integer> producer = recorder.producer(); // for one thread
 * RecordedConsumer<Integer> consumer = recorder.consumer(); // for another
 * ...
 * recorder.assertConforms();
 * }</pre>
 *
 * <p>The queue has to be empty at first. How it is to be recorded is said before the first handle
 * is made. Any thread may make handles and ask for the verdict, at any time; what is asked for
 * while calls are made is the history up to then.
 *
 * <p>The clock is {@link System#nanoTime}, of one origin for all threads. A call that came back
 * before another began, by that clock, is taken to have been before it; at equal times nothing is.
 * That a later reading is never less, whichever thread makes it, Java does not promise; HotSpot
 * takes a clock of the system's that does. Where that is in doubt, see {@link #clock}.
 *
 * @param <E> the elements
 */
public final class HistoryRecorder<E> {
  private final RecordableQueue<E> queue;
  private @Nullable RecordingLogs logs; // null before the first handle

  private int bound = HistoryHeader.UNSAID;
  private boolean complete;
  private boolean every;
  private LongSupplier clock = System::nanoTime;
  private Function<? super E, ?> shown = Function.identity();
  private @Nullable Path files;

  private HistoryRecorder(RecordableQueue<E> queue) {
    this.queue = queue;
  }

  /**
   * A recorder around a queue, which is empty and in nobody's use yet. A {@link BlockingQueue} says
   * itself how many elements it holds; of another say {@link #bound}.
   *
   * @throws IllegalArgumentException if the queue is not empty
   */
  public static <E> HistoryRecorder<E> around(Queue<E> queue) {
    if (!queue.isEmpty()) {
      throw new IllegalArgumentException("size=" + queue.size() + ", expected an empty queue");
    }
    HistoryRecorder<E> recorder = around(RecordableQueue.of(queue));
    return queue instanceof BlockingQueue<E> blocking
        ? recorder.bound(blocking.remainingCapacity())
        : recorder;
  }

  /** A recorder around any object, by the calls that it has. */
  public static <E> HistoryRecorder<E> around(RecordableQueue<E> queue) {
    return new HistoryRecorder<>(queue);
  }

  /**
   * A recorder around any object with two calls.
   *
   * @param offer stores an element, or answers false
   * @param poll takes the oldest element, or answers null
   */
  public static <E> HistoryRecorder<E> around(
      Predicate<? super E> offer, Supplier<? extends @Nullable E> poll) {
    return around(RecordableQueue.of(offer, poll));
  }

  /**
   * How many elements can be stored: {@link Integer#MAX_VALUE} if any number.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public HistoryRecorder<E> bound(int elements) {
    if (elements < 1) {
      throw new IllegalArgumentException("bound=" + elements + ", expected at least 1");
    }
    return with(() -> bound = elements);
  }

  /**
   * The recording will cover the whole run, and is judged when nothing will happen any more: who
   * has not come back by then sleeps for ever, and needs a reason to (RB301).
   */
  public HistoryRecorder<E> complete() {
    return with(() -> complete = true);
  }

  /**
   * Keeps every fruitless call, and not only the last of several in a row. With several consumers
   * that is stricter: what one of them did not find, another may take before the last.
   */
  public HistoryRecorder<E> keepingEveryCall() {
    return with(() -> every = true);
  }

  /**
   * What stands for an element in the recording: a number, a text or a boolean, equal for equal
   * elements. It is asked for at each call, so elements may be reused. If nothing is said, it is
   * the element; of one that is no such scalar, who it is.
   */
  public HistoryRecorder<E> shownAs(Function<? super E, ?> scalar) {
    return with(() -> shown = scalar);
  }

  /**
   * Another clock, which all threads read: {@code new AtomicLong()::getAndIncrement} is exact on
   * any machine, at the price that the threads wait for one another.
   */
  public HistoryRecorder<E> clock(LongSupplier nanos) {
    return with(() -> clock = nanos);
  }

  /**
   * Writes the calls while they are made, in constant memory, to a file for each thread: of {@code
   * run.jsonl} to {@code run-P.jsonl} and {@code run-C.jsonl}, which {@code sabring check} takes
   * together. {@link #close} ends them. Needs the {@link #bound}, and elements that are {@link
   * #shownAs scalars}.
   *
   * @param path a name that ends in {@code .jsonl}, or {@code .jsonl.gz} for compressed files
   */
  public HistoryRecorder<E> streamingTo(Path path) {
    return with(() -> files = path);
  }

  private synchronized HistoryRecorder<E> with(Runnable setting) {
    if (logs != null) {
      throw new IllegalStateException("a setting after the first handle, expected before it");
    }
    setting.run();
    return this;
  }

  /** The handle of the only thread that puts, P. */
  public RecordedProducer<E> producer() {
    return producers(1).get(0);
  }

  /**
   * The handles of all threads that put, P1, P2 and so on.
   *
   * @throws IllegalStateException the second time
   */
  public synchronized List<RecordedProducer<E>> producers(int threads) {
    return logs("P", threads).map(log -> new RecordedProducer<>(queue, shown, log)).toList();
  }

  /** The handle of the only thread that takes, C. */
  public RecordedConsumer<E> consumer() {
    return consumers(1).get(0);
  }

  /**
   * The handles of all threads that take, C1, C2 and so on.
   *
   * @throws IllegalStateException the second time
   */
  public synchronized List<RecordedConsumer<E>> consumers(int threads) {
    return logs("C", threads).map(log -> new RecordedConsumer<>(queue, shown, log)).toList();
  }

  private Stream<ThreadLog> logs(String side, int threads) {
    RecordingLogs all = logs();
    logs = all;
    if (all.has(side)) {
      throw new IllegalStateException(side + " for the second time, expected all handles at once");
    }
    return IntStream.rangeClosed(1, threads)
        .mapToObj(number -> all.add(threads == 1 ? side : side + number));
  }

  private synchronized RecordingLogs logs() {
    HistoryHeader header = new HistoryHeader(bound, complete);
    return logs == null ? new RecordingLogs(header, clock, every, files) : logs;
  }

  /**
   * Judges what was recorded. Needs {@code sabring-spec} on the class path.
   *
   * @throws IllegalStateException if that is missing, or the bound although it matters
   */
  public RecordingVerdict judge() {
    try (HistoryMerge history = logs().history()) {
      return OracleJudge.judge(history);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "no org.sabring:sabring-spec on the class path, expected it for judging in process; or"
              + " write a file with writeTo, for sabring check",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Passes if the queue kept its promises in this run.
   *
   * @throws AssertionError with the verdict as its message, if a promise was broken or nothing can
   *     be said
   */
  public void assertConforms() {
    RecordingVerdict verdict = judge();
    if (verdict.answer() != Answer.CONFORMS) {
      throw new AssertionError(verdict.text());
    }
  }

  /**
   * Writes what was recorded as one file, which {@code sabring check} takes.
   *
   * @param path if its name ends in {@code .gz}, compressed
   * @throws IllegalStateException if the bound is missing although it matters
   */
  public void writeTo(Path path) throws IOException {
    try (HistoryMerge history = logs().history();
        OutputStream out = ThreadFile.open(path)) {
      history.transferTo(out);
    }
  }

  /**
   * Ends the files of {@link #streamingTo}, once all threads have ended or sleep for good.
   *
   * @return the files
   */
  public List<Path> close() throws IOException {
    return logs().close();
  }
}

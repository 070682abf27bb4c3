package org.sabring.spec.oracle.shapes;

import static org.sabring.spec.event.CursorKind.COUNTING;
import static org.sabring.spec.event.CursorKind.DOUBLED;
import static org.sabring.spec.event.CursorKind.WRAPPED;
import static org.sabring.spec.oracle.shapes.Shape.Order.ACQUIRE;
import static org.sabring.spec.oracle.shapes.Shape.Order.FENCES;
import static org.sabring.spec.oracle.shapes.Shape.Order.LOCK;
import static org.sabring.spec.oracle.shapes.Shape.Order.UNTOLD;
import static org.sabring.spec.oracle.shapes.Shape.Order.VOLATILE;
import static org.sabring.spec.oracle.shapes.Shape.shaped;
import static org.sabring.spec.oracle.shapes.Trait.ANY_ORDER;
import static org.sabring.spec.oracle.shapes.Trait.ASKS_FLAG;
import static org.sabring.spec.oracle.shapes.Trait.ASKS_WAITS;
import static org.sabring.spec.oracle.shapes.Trait.CACHED;
import static org.sabring.spec.oracle.shapes.Trait.CANCELS;
import static org.sabring.spec.oracle.shapes.Trait.CLOSES;
import static org.sabring.spec.oracle.shapes.Trait.COUNTS_AFTER;
import static org.sabring.spec.oracle.shapes.Trait.COUNTS_BEFORE;
import static org.sabring.spec.oracle.shapes.Trait.COUNTS_BY_STORE;
import static org.sabring.spec.oracle.shapes.Trait.COUNTS_WAITS;
import static org.sabring.spec.oracle.shapes.Trait.GOES_BY_COUNTERS;
import static org.sabring.spec.oracle.shapes.Trait.LOCKS;
import static org.sabring.spec.oracle.shapes.Trait.NOTIFIES_LATE;
import static org.sabring.spec.oracle.shapes.Trait.OWN_FIRST;
import static org.sabring.spec.oracle.shapes.Trait.OWN_LAST;
import static org.sabring.spec.oracle.shapes.Trait.PEEKS;
import static org.sabring.spec.oracle.shapes.Trait.PUTS_TWO;
import static org.sabring.spec.oracle.shapes.Trait.READS_BACK;
import static org.sabring.spec.oracle.shapes.Trait.READS_TWICE;
import static org.sabring.spec.oracle.shapes.Trait.STRONG_DATA;
import static org.sabring.spec.oracle.shapes.Trait.TAKES_TWO;
import static org.sabring.spec.oracle.shapes.Trait.TIMED;
import static org.sabring.spec.oracle.shapes.Trait.TRUSTS_WAITS;
import static org.sabring.spec.oracle.shapes.Trait.TWO_PARTS;
import static org.sabring.spec.oracle.shapes.Trait.WAITS;
import static org.sabring.spec.oracle.shapes.Trait.WAITS_ON_COUNTER;
import static org.sabring.spec.oracle.shapes.Trait.WRITES_FIRST;
import static org.sabring.spec.oracle.shapes.Trait.ZEROES;

import java.util.List;
import org.sabring.spec.event.TraceThread;

/** The shapes that rings of one producer and one consumer have. */
final class Shapes {

  private Shapes() {}

  private static final long HALF = 1L << 31;

  static final List<Shape> ALL =
      List.of(
          shaped("own cursor first", 4, WRAPPED, UNTOLD, OWN_FIRST),
          shaped("own cursor last", 4, WRAPPED, UNTOLD, OWN_LAST),
          shaped("own cursor never loaded", 3, WRAPPED, UNTOLD),
          shaped("two slots, one empty", 2, WRAPPED, UNTOLD, OWN_FIRST),
          shaped("doubled cursors", 3, DOUBLED, UNTOLD, OWN_FIRST),
          shaped("counting cursors", 4, COUNTING, UNTOLD, OWN_LAST),
          shaped("counting, two slots", 2, COUNTING, UNTOLD, OWN_FIRST),
          shaped("counting, capacity no power of two", 5, COUNTING, UNTOLD, OWN_FIRST),
          shaped("counting from 2^30, where a flag would be", 4, COUNTING, UNTOLD, OWN_FIRST)
              .from(HALF / 2, 1, TraceThread.MAIN),
          shaped("counting past 2^31", 4, COUNTING, UNTOLD, CACHED)
              .from(HALF - 3, 0, TraceThread.MAIN),
          shaped("counting past 2^32", 4, COUNTING, UNTOLD, OWN_FIRST)
              .from(2 * HALF - 3, 2, TraceThread.MAIN),
          shaped("wrapped, begun in the middle by main", 5, WRAPPED, UNTOLD, OWN_FIRST)
              .from(3, 2, TraceThread.MAIN),
          shaped("set up by the producer", 4, WRAPPED, UNTOLD, OWN_FIRST).from(0, 0, TraceThread.P),
          shaped("set up by the producer, not at 0", 4, COUNTING, UNTOLD, OWN_FIRST)
              .from(6, 0, TraceThread.P),
          shaped("set up by the consumer", 4, WRAPPED, UNTOLD, OWN_FIRST).from(0, 0, TraceThread.C),
          shaped("set up by the consumer, not at 0", 4, COUNTING, UNTOLD, CACHED)
              .from(9, 0, TraceThread.C),
          shaped("set up by the producer, with elements", 4, COUNTING, UNTOLD, OWN_FIRST)
              .from(5, 2, TraceThread.P),
          shaped("cached cursors", 4, COUNTING, ACQUIRE, CACHED),
          shaped("cached cursors, wrapped", 4, WRAPPED, ACQUIRE, CACHED, OWN_FIRST),
          shaped("batches published at once", 5, WRAPPED, ACQUIRE, CACHED, PUTS_TWO),
          shaped("batches freed at once", 4, COUNTING, ACQUIRE, TAKES_TWO),
          shaped("reserved and committed", 6, DOUBLED, ACQUIRE, PUTS_TWO, TAKES_TWO, ANY_ORDER),
          shaped("slot written before the check", 4, WRAPPED, ACQUIRE, WRITES_FIRST, OWN_FIRST),
          shaped("peek, then poll", 4, WRAPPED, ACQUIRE, PEEKS),
          shaped("slot read twice", 3, COUNTING, ACQUIRE, READS_TWICE),
          shaped("slot zeroed after reading", 3, COUNTING, ACQUIRE, ZEROES),
          shaped("slot zeroed, read again", 3, WRAPPED, ACQUIRE, ZEROES, PEEKS),
          shaped("producer reads back", 3, WRAPPED, ACQUIRE, READS_BACK),
          shaped("slots of two words", 3, COUNTING, ACQUIRE, TWO_PARTS),
          shaped("volatile slots", 3, COUNTING, VOLATILE, STRONG_DATA, OWN_FIRST),
          shaped("all volatile", 4, WRAPPED, VOLATILE, OWN_FIRST),
          shaped("fences, as in C11", 4, COUNTING, FENCES, CACHED),
          shaped("fences and batches", 4, DOUBLED, FENCES, PUTS_TWO, OWN_FIRST),
          shaped("counted before publishing", 4, WRAPPED, UNTOLD, COUNTS_BEFORE, OWN_FIRST),
          shaped("counted after publishing", 4, WRAPPED, ACQUIRE, COUNTS_AFTER, CACHED),
          shaped("counters stored", 4, COUNTING, ACQUIRE, COUNTS_AFTER, COUNTS_BY_STORE),
          shaped("the other goes by counters", 4, WRAPPED, ACQUIRE, COUNTS_AFTER, GOES_BY_COUNTERS),
          shaped(
              "the other goes by counters stored first",
              4,
              COUNTING,
              ACQUIRE,
              COUNTS_BEFORE,
              COUNTS_BY_STORE,
              GOES_BY_COUNTERS),
          shaped("waits and notifies", 3, WRAPPED, UNTOLD, WAITS, OWN_FIRST),
          shaped("waits and notifies, counting", 3, COUNTING, VOLATILE, WAITS, CACHED),
          shaped(
              "waits, with all counters",
              3,
              WRAPPED,
              UNTOLD,
              WAITS,
              OWN_FIRST,
              COUNTS_BEFORE,
              COUNTS_WAITS),
          shaped("timed waits", 3, COUNTING, UNTOLD, WAITS, TIMED),
          shaped("notifies who may sleep, by a flag", 3, COUNTING, VOLATILE, WAITS, ASKS_FLAG),
          shaped("notifies who may sleep, by waits", 3, WRAPPED, UNTOLD, WAITS, ASKS_WAITS),
          shaped("notifies once for two", 4, COUNTING, UNTOLD, WAITS, NOTIFIES_LATE),
          shaped("waits on a counter", 3, COUNTING, UNTOLD, WAITS_ON_COUNTER, COUNTS_AFTER),
          shaped(
              "waits on a counter and goes by it",
              3,
              WRAPPED,
              UNTOLD,
              WAITS_ON_COUNTER,
              COUNTS_AFTER,
              GOES_BY_COUNTERS),
          shaped("goes by what a wait saw", 3, COUNTING, UNTOLD, WAITS, TRUSTS_WAITS),
          shaped("waits for a batch", 4, COUNTING, UNTOLD, WAITS, PUTS_TWO, TAKES_TWO),
          shaped("waits for half a ring to be free", 4, COUNTING, UNTOLD, WAITS, PUTS_TWO),
          shaped("closed by a flag", 4, WRAPPED, UNTOLD, CLOSES, OWN_FIRST),
          shaped("closed by a flag, with waits", 3, WRAPPED, UNTOLD, CLOSES, WAITS),
          shaped("closed, batches", 5, DOUBLED, ACQUIRE, CLOSES, TAKES_TWO, CACHED),
          shaped("cancelled by a flag", 4, WRAPPED, UNTOLD, CANCELS, OWN_FIRST, WAITS),
          shaped("closed and cancelled", 3, WRAPPED, ACQUIRE, CLOSES, CANCELS),
          shaped("under a lock", 4, WRAPPED, LOCK, LOCKS, OWN_FIRST),
          shaped("under a lock, cached", 4, COUNTING, LOCK, LOCKS, CACHED),
          shaped("under a lock, with waits", 3, COUNTING, LOCK, LOCKS, WAITS, OWN_FIRST));
}

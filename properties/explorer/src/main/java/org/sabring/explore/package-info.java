/**
 * The explorer: code that runs on {@link org.sabring.memory.SharedInts}, unchanged, under every
 * schedule and every read that a memory model permits.
 *
 * <p><b>How.</b> There are no threads. A side is an object and a list of operations on it. The
 * explorer gives the object a memory of its own; to advance a side by one step it runs the side's
 * current operation again from its start, answers the accesses that it made before as it answered
 * them then, and stops it at the next one. What the object holds when an operation begins is put
 * back by reflection. Breadth first, and each state once: {@link org.sabring.explore.Explorer} says
 * in which order, and why merging loses nothing.
 *
 * <p><b>What is chosen.</b> Which side takes the next step; what it calls, if it has a {@link
 * org.sabring.explore.Menu} and not a list; which store a load reads and where a store goes among
 * the others; when a store buffer drains; whether a wait is notified, times out, wakes for no
 * reason or is interrupted; and whether a side stops for good. The choices in order are a {@link
 * org.sabring.explore.Schedule}, a short text that replays exactly.
 *
 * <p><b>What is checked.</b> A {@link org.sabring.explore.Judge} hears of every step, call and
 * return, and of the end. Without any, three things are: data races (under release/acquire),
 * exceptions, and going round for ever. An operation may have a bound on its own steps, which makes
 * it wait-free. What is found comes with a schedule that no other is shorter than, and {@link
 * org.sabring.explore.Smallest} finds the fewest operations that do it, with the fewest switches
 * between the sides.
 *
 * <p><b>An example.</b> A slot that one side fills and the other empties, asked for in a mode that
 * is too weak:
 *
 * <pre>{@code
 * boolean give(int value) {                     int receive() {
 *   if (memory.getOpaque(FULL) == 1) {            if (memory.getOpaque(FULL) == 0) {
 *     return false;                                 return -1;
 *   }                                             }
 *   memory.setPlain(VALUE, value);                int value = memory.getPlain(VALUE);
 *   memory.setRelease(FULL, 1);                   memory.setRelease(FULL, 0);
 *   return true;                                  return value;
 * }                                             }
 *
 * Program program =
 *     Program.on(2)
 *         .side('P', Slot::new, Operation.of("give 7", slot -> slot.give(7)))
 *         .side('C', Slot::new, Operation.of("receive", Slot::receive));
 * new Explorer(program, MemoryModel.RA, Answers.of(2), Options.PLAIN).explore().findings();
 * }</pre>
 *
 * <p>{@code SC} and {@code TSO} find nothing; {@code RA} finds a data race, with the schedule
 * {@code PPPCC}. The test {@code SlotTest} is this example.
 *
 * <p><b>What the code must be like.</b> Deterministic: what an operation does depends on its
 * object's fields and on the memory's answers alone. Between operations the object holds only
 * immutable values, in fields that are not volatile. It lets errors through, and does not ask for
 * {@code waiters} or {@code view}. An event loop, with all that runs on it, is one operation, which
 * {@link org.sabring.explore.Stage} turns by hand. A loop that waits for another side without
 * {@code await} is written as an operation that is repeated, so that going round once more is the
 * same state again. Whatever else the explorer refuses, and says why.
 *
 * <p><b>What it cannot see.</b> What a compiler does to code before the memory sees it, load
 * buffering among it: steps are taken in program order. Time: it has no clock, and a wait that has
 * a time may time out whenever it sleeps. Code that looks at the clock itself should be given times
 * so long, or so short, that it finds the same each time it is run again: during a wait at least a
 * nanosecond passes.
 */
package org.sabring.explore;

/**
 * The explorer: JVM classes, as they are on the class path, under every schedule and every read
 * that a memory model permits.
 *
 * <p><b>How.</b> There are no threads. The classes under test are loaded rewritten ({@link
 * org.sabring.explore.code}), so that each access to a field, an array, a monitor and so on is a
 * call of a hook ({@link org.sabring.explore.hook}). What locations hold is not in the objects but
 * in a {@link org.sabring.explore.memory.Memory}, an immutable value. To advance a side by one step
 * its call is run again from its start, the accesses that it made before are answered from the
 * record, and it is stopped at the next one. What code does with which answers is remembered in a
 * tree, so that it runs once for each new answer. Breadth first, and each state once: {@link
 * org.sabring.explore.Explorer} says in which order, and why merging loses nothing.
 *
 * <p><b>What is chosen.</b> Which side takes the next step; what it calls, if it has a {@link
 * org.sabring.explore.Menu} and not a list; which store a load reads and where a store goes among
 * the others; when a store buffer drains; whom a monitor wakes; whether a wait is notified, times
 * out, wakes for no reason or is interrupted; whether a weak compare-and-set fails for no reason;
 * and whether a side stops for good. The choices in order are a {@link
 * org.sabring.explore.Schedule}, a short text that replays exactly.
 *
 * <p><b>What is checked.</b> A {@link org.sabring.explore.Monitor} hears of every step, call and
 * return, and of the end; {@link org.sabring.explore.monitor} has those for queues. Without any,
 * four things are: data races (under release/acquire), exceptions, a side that sleeps or spins for
 * ever, and going round with no way to an end. What is found comes with a schedule that no other is
 * shorter than, and {@link org.sabring.explore.Smallest} finds the fewest operations that do it,
 * with the fewest switches between the sides.
 *
 * <p><b>An example.</b> A queue with a {@code VarHandle}, two sides, and a look at what is left:
 *
 * <pre>{@code
 * Program program =
 *     Program.sharing(() -> new MyQueue<Integer>(2))
 *         .side('P', Operation.of("offer 1", q -> q.offer(1)), Operation.of("offer 2", q -> q.offer(2)))
 *         .side('C', Operation.of("poll", q -> q.poll()), Operation.of("poll", q -> q.poll()))
 *         .last('Z', Operation.of("poll", q -> q.poll()))
 *         .program();
 * new Explorer(program, MemoryModel.RA, Answers.of(3), Options.PLAIN).explore().findings();
 * }</pre>
 *
 * <p><b>What takes no step.</b> What no other side can see is done at once ({@link
 * org.sabring.explore.Reduction}): accesses to final fields, to locations that one side alone uses,
 * to such that nobody writes, and, under release/acquire, plain accesses, since a race is a finding
 * and without one they have a single outcome. Which locations are shared is found out on the way;
 * when that changes, an exploration begins again.
 *
 * <p><b>What it cannot see.</b> What a compiler does to code before the memory sees it, load
 * buffering among it: steps are taken in program order. Time: there is no clock, and a wait that
 * has a time may time out whenever it sleeps. Of {@link org.sabring.explore.Options#patiently}
 * explorations a long one does so at rest only. {@code spec/doc/litmus.md} lists every deviation
 * from RC11 and from the published model of Java's access modes, with a program for each. What
 * cannot be followed, such as threads started inside or memory outside the heap, is refused by
 * name.
 *
 * <p><b>What is where.</b> This package is what others use, and keeps its names for them. The
 * states of a program and the steps between them are {@link org.sabring.explore.search}, the ways
 * to go through them {@link org.sabring.explore.strategy}, and how values get into rewritten
 * classes {@link org.sabring.explore.crossing}. These know of this package how a program, a step
 * and a monitor are told, and nothing of who explores; it depends on them.
 */
package org.sabring.explore;

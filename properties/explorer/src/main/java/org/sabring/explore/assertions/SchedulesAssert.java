package org.sabring.explore.assertions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Rest;
import org.sabring.explore.Schedule;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.OneCallAtATime;
import org.sabring.explore.monitor.SequentialModel;

/**
 * An assertion about every schedule of a program, and every read that a memory permits. It is built
 * up call by call, and explored by the last one ({@link #areLinearizable}, {@link #endWell}), which
 * throws an {@link AssertionError}: with the counterexample, step by step, and the lines of a test
 * that replays it; or with UNKNOWN, when not all could be explored.
 *
 * <p>Whatever is asserted, three things are: no data race, no exception that the class alone would
 * not throw, and nobody asleep or going round for ever.
 *
 * @param <S> the object that the sides share
 */
public final class SchedulesAssert<S> {

  private final Program.Source<S> source;
  private Program.Sharing<S> sharing;
  private boolean hasLast;
  private Code code = Code.PLAIN;
  private Options options = Options.PLAIN;
  private Set<MemoryModel> memories = new LinkedHashSet<>(List.of(MemoryModel.values()));
  private @Nullable Schedule schedule;
  private @Nullable SequentialModel<?> model;
  private boolean mayWait;
  private final List<UnaryOperator<LinearizabilityMonitor<?>>> relaxations = new ArrayList<>();
  private final List<String> declarations = new ArrayList<>();

  SchedulesAssert(Program.Source<S> source) {
    this.source = source;
    this.sharing = Program.sharing(source);
  }

  /**
   * Adds a side, as a thread of its own, with what it calls, one after the other.
   *
   * @param name an upper-case letter that no other side has
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  public final SchedulesAssert<S> side(String name, Operation.Body<S>... calls) {
    sharing = sharing.side(letter(name), operations(calls));
    return this;
  }

  /**
   * Adds what is called when all sides have ended, by somebody who has waited for them: to find
   * what is lost. Without this, and without {@link #drainedBy}, a class that has a {@code poll()}
   * is polled until that answers null.
   *
   * @param name an upper-case letter; that of a side means a side of its own all the same
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  public final SchedulesAssert<S> finallyOn(String name, Operation.Body<S>... calls) {
    hasLast = true;
    sharing = sharing.last(free(letter(name)), operations(calls));
    return this;
  }

  /** Calls this when all sides have ended, again and again until it answers null. */
  public SchedulesAssert<S> drainedBy(Operation.Body<S> poll) {
    hasLast = true;
    sharing =
        sharing.last(free('Z'), List.of(operation(poll).repeatedWhile(SchedulesAssert::isElement)));
    return this;
  }

  private static boolean isElement(Object answer) {
    return !answer.equals(Operation.DONE);
  }

  /** Explores on these memories alone; by default on all. */
  public SchedulesAssert<S> on(MemoryModel first, MemoryModel... others) {
    memories = new LinkedHashSet<>(List.of(first));
    memories.addAll(Arrays.asList(others));
    return this;
  }

  /** Races on a field, {@code Class.field} or {@code array[]}, are meant: it is taken as opaque. */
  public SchedulesAssert<S> tolerating(String... fields) {
    code = code.tolerating(fields);
    for (String field : fields) {
      declarations.add(".tolerating(\"" + field + "\")");
    }
    return this;
  }

  /** A method may answer this at any time while others are at work, and has done nothing then. */
  public SchedulesAssert<S> relaxed(String method, @Nullable Object answer) {
    relaxations.add(monitor -> monitor.relaxed(method, answer));
    declarations.add(".relaxed(\"" + method + "\", " + answer + ")");
    return this;
  }

  /** A method's answer is an estimate: it may be any. */
  public SchedulesAssert<S> estimate(String method) {
    relaxations.add(monitor -> monitor.estimate(method));
    declarations.add(".estimate(\"" + method + "\")");
    return this;
  }

  /** Holds the class to a queue with room for so many, and not to itself run one call at a time. */
  public SchedulesAssert<S> boundedFifo(int capacity) {
    declarations.add(".boundedFifo(" + capacity + ")");
    return heldTo(SequentialModel.boundedFifo(capacity));
  }

  /**
   * Holds the class to a sequential model; its calls are named as {@code MethodCall.of("offer",
   * 1)}.
   */
  public SchedulesAssert<S> heldTo(SequentialModel<?> sequential) {
    model = sequential;
    return this;
  }

  /** A side may sleep for ever: one that takes when nothing is left, for example. */
  public SchedulesAssert<S> mayWait() {
    mayWait = true;
    declarations.add(".mayWait()");
    return this;
  }

  /** Waits may also end for no reason, so often at most, and sides be interrupted. */
  public SchedulesAssert<S> disturbed(int spuriousWakeUps, int interrupts) {
    options = options.spurious(spuriousWakeUps).interrupts(interrupts);
    declarations.add(".disturbed(" + spuriousWakeUps + ", " + interrupts + ")");
    return this;
  }

  /** Explores so many states at most, on each memory; when there are more, that is UNKNOWN. */
  public SchedulesAssert<S> within(int states) {
    options = options.states(states);
    return this;
  }

  /** Uses the JDK's own {@code ReentrantLock}, and not the engine's model of it. */
  public SchedulesAssert<S> withRealLocks() {
    code = code.withRealLocks();
    declarations.add(".withRealLocks()");
    return this;
  }

  /**
   * Replays this schedule alone, and from its last step on each side to its end. When a step of it
   * is no longer possible, or there is no end, all schedules are explored in its stead, and that is
   * said on standard output.
   */
  public SchedulesAssert<S> replaying(String text) {
    schedule = new Schedule(text);
    return this;
  }

  /**
   * Asserts that the answers are those of some order of the calls: the answers that the class
   * itself gives, one call at a time, or those of the model. On weak memory, where nobody can tell
   * that another's call has returned, that is an order for each side ({@link
   * LinearizabilityMonitor#on}).
   */
  public void areLinearizable() {
    Program program = program(true);
    SequentialModel<?> sequential =
        model == null ? SequentialModel.ofItself(OneCallAtATime.of(program)) : model;
    check(program, memory -> linearizable(sequential).on(memory, program), "areLinearizable()");
  }

  private LinearizabilityMonitor<?> linearizable(SequentialModel<?> sequential) {
    LinearizabilityMonitor<?> monitor = LinearizabilityMonitor.to(sequential);
    for (UnaryOperator<LinearizabilityMonitor<?>> relaxation : relaxations) {
      monitor = relaxation.apply(monitor);
    }
    return mayWait ? monitor.orSleeping() : monitor;
  }

  /**
   * Asserts that there is no race, no exception, and nobody asleep for ever; answers may be any.
   */
  public void endWell() {
    Monitor monitor = mayWait ? new Sleepers() : Monitor.NONE;
    check(program(false), memory -> monitor, "endWell()");
  }

  /** Asserts what a monitor of one's own asks for. */
  public void satisfy(Monitor monitor) {
    check(program(false), memory -> monitor, "satisfy(monitor)");
  }

  /** Nothing but what is promised to all, but that sides may sleep. */
  private record Sleepers() implements Monitor {
    @Override
    public void rested(Rest rest) {}
  }

  private void check(Program program, Function<MemoryModel, Monitor> monitor, String promise) {
    String object = LambdaText.construction(source);
    TestLines lines = new TestLines(object == null ? "..." : object, declarations, promise);
    new ScheduleCheck(program, monitor, options, lines).run(memories, schedule);
  }

  private Program program(boolean drained) {
    Class<?> type = LambdaText.made(source);
    if (drained && !hasLast && type != null && hasPoll(type)) {
      return sharing.last(free('Z'), List.of(poll(type))).with(code).program();
    }
    return sharing.with(code).program();
  }

  private static boolean hasPoll(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .anyMatch(method -> method.getName().equals("poll") && method.getParameterCount() == 0);
  }

  @SuppressWarnings("unchecked") // it is called on an object of that class
  private Operation<S> poll(Class<?> type) {
    Operation<Object> poll = Operation.named(type.getClassLoader(), MethodCall.of("poll"));
    return (Operation<S>) poll.repeatedWhile(SchedulesAssert::isElement);
  }

  private Operation<S> operation(Operation.Body<S> body) {
    return Operation.of(LambdaText.of(body), body);
  }

  private List<Operation<S>> operations(Operation.Body<S>[] calls) {
    return Arrays.stream(calls).map(this::operation).toList();
  }

  /** That letter if no side has it, or the last one in the alphabet that none has. */
  private char free(char wanted) {
    Program program = sharing.program();
    List<Character> taken = IntStream.range(0, program.count()).mapToObj(program::letter).toList();
    return IntStream.concat(IntStream.of(wanted), IntStream.iterate('Z', one -> one - 1))
        .mapToObj(one -> (char) one)
        .filter(one -> !taken.contains(one))
        .findFirst()
        .orElseThrow();
  }

  private static char letter(String name) {
    if (name.length() != 1) {
      throw new IllegalArgumentException("side=" + name + ", expected one of A..Z");
    }
    return name.charAt(0);
  }
}

package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.ProgramSide;
import org.sabring.explore.Reduction;
import org.sabring.explore.crossing.Crossing;
import org.sabring.explore.crossing.InWorld;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.Heap;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.RunRecord.Ahead;
import org.sabring.explore.runtime.RunRecord.Run;
import org.sabring.explore.runtime.Words;
import org.sabring.explore.search.Position.Call;

/**
 * A program with its classes loaded and its objects made, whose code can be run. What it finds out
 * about the locations stays, whoever explores and on whatever memory.
 */
public final class LoadedProgram {

  private final Program program;
  private final LoadedWorld world;
  private final Crossing crossing;
  private final Heap heap;
  private final Execution execution;
  private final List<@Nullable Object> selves = new ArrayList<>();
  private final IdentityHashMap<Operation.Body<?>, Operation.Body<?>> inside =
      new IdentityHashMap<>();
  private final Words words;
  private List<Player> players = List.of();
  private boolean isLearned;
  private int learned;

  /** Of a program that nobody has run. */
  public LoadedProgram(Program program) {
    this.program = program;
    ClassLoader outside = classPath(program);
    Code code = program.code();
    world = LoadedWorld.of(outside, code);
    crossing = new Crossing(world.world(), outside);
    synchronized (lock()) {
      heap = new Heap(world.universe(), program.count());
      execution = new Execution(heap, code.weakening());
      heap.locations().tolerate(code.tolerated()::contains);
      if (code.racy()) {
        heap.locations().letRace();
      }
      if (program.countOfOthers() == program.count() - 1) {
        heap.locations().setLast(program.count() - 1);
      }
      if (!code.has(Reduction.PRIVATE)) {
        heap.locations().withoutReduction();
      }
      for (int word = 0; word < program.words(); word++) {
        heap.locations().addWord(word, program.nameOf(word), program.start(word));
      }
      words = new Words(execution, program.words());
      inside(this::makeSelves);
      forget();
    }
  }

  /** The class loader that finds the code under test: the one of the code that was given. */
  private static ClassLoader classPath(Program program) {
    ClassLoader engine = Program.class.getClassLoader();
    Stream<?> given =
        program.sides().stream()
            .flatMap(
                side ->
                    Stream.concat(
                        Stream.ofNullable(side.maker()),
                        side.menu().choices().stream().map(Operation::body)));
    return Stream.concat(Stream.ofNullable(program.shared()), given)
        .map(LoadedProgram::loader)
        .filter(loader -> loader != null && loader != engine)
        .findFirst()
        .orElse(engine);
  }

  private static @Nullable ClassLoader loader(Object given) {
    return given instanceof InWorld<?> named
        ? named.classPath()
        : given.getClass().getClassLoader();
  }

  /** What whoever explores holds meanwhile. */
  Object lock() {
    return world.lock();
  }

  /** Runs code before any side begins. */
  private <T> T inside(Callable<T> code) {
    try {
      return execution.setUp(code);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the program could not be set up", e);
    }
  }

  private List<@Nullable Object> makeSelves() throws Exception {
    Object shared = shared();
    for (ProgramSide<?> side : program.sides()) {
      selves.add(side.asItIs() ? null : execution.shared(made(rewritten(side.maker()), shared)));
    }
    return selves;
  }

  private Object shared() throws Exception {
    Program.Maker<?, ?> maker = program.shared();
    return maker == null
        ? words
        : Objects.requireNonNull(execution.shared(made(rewritten(maker), words)));
  }

  @SuppressWarnings("unchecked") // the program says what is made of what
  private static @Nullable Object made(Program.Maker<?, ?> maker, Object of) throws Exception {
    return ((Program.Maker<Object, ?>) maker).make(of);
  }

  private Program.Maker<?, ?> rewritten(Program.@Nullable Maker<?, ?> maker) throws Exception {
    return maker == null
        ? (Program.Maker<Object, Object>) shared -> shared
        : (Program.Maker<?, ?>) crossed(maker);
  }

  private Object crossed(Object code) throws Exception {
    return code instanceof InWorld<?> named
        ? Objects.requireNonNull(named.in(crossing))
        : Objects.requireNonNull(crossing.in(code));
  }

  /** More was learned of the locations; what code did with less is forgotten. */
  void forget() {
    List<Player> fresh = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      fresh.add(new Player(side, program.sides().get(side).menu(), this));
    }
    players = List.copyOf(fresh);
    learned++;
  }

  int learned() {
    return learned;
  }

  List<Player> players() {
    return players;
  }

  /** How often code of a side has been run. */
  long runs() {
    return players.stream().mapToLong(Player::runs).sum();
  }

  /** Whether nobody has asked yet which locations random schedules show to be shared. */
  boolean learns() {
    boolean first = !isLearned;
    isLearned = true;
    return first;
  }

  LocationTable locations() {
    return heap.locations();
  }

  /** Whether what a call made and left to nobody is forgotten. */
  boolean forgetsGarbage() {
    return program.code().has(Reduction.GARBAGE);
  }

  boolean hasAsked() {
    return execution.hasAsked();
  }

  /** Runs a call of a side from its start. */
  Run run(int side, Call call, List<Access> asked, long[] answers, Ahead ahead) {
    ProgramSide<?> cast = program.sides().get(side);
    Operation<?> operation = Objects.requireNonNull(call.operation());
    execution.mergeLoops(operation.bound() == 0 && program.code().has(Reduction.LOOPS));
    if (cast.asItIs()) {
      Callable<?> code = () -> called(operation.body(), fresh(cast));
      return execution.run(side, call.number(), asked, answers, Ahead.NEVER, code);
    }
    Operation.Body<?> body = body(operation.body());
    Callable<?> code = () -> crossing.out(called(body, selves.get(side)));
    return execution.run(side, call.number(), asked, answers, ahead, code);
  }

  /** Of code that is not rewritten nothing is left of the run before. */
  private @Nullable Object fresh(ProgramSide<?> cast) throws Exception {
    return execution.directly(() -> made(Objects.requireNonNull(cast.maker()), words));
  }

  @SuppressWarnings("unchecked") // the operation is one of that side
  private static @Nullable Object called(Operation.Body<?> body, @Nullable Object self)
      throws Exception {
    return ((Operation.Body<Object>) body).run(Objects.requireNonNull(self));
  }

  private Operation.Body<?> body(Operation.Body<?> outside) {
    Operation.Body<?> known = inside.get(outside);
    if (known == null) {
      known = (Operation.Body<?>) inside(() -> crossed(outside));
      inside.put(outside, known);
    }
    return known;
  }

  /** Whether no other side can see an access, or see when it happens. */
  boolean isLocal(Access access) {
    return switch (access.kind()) {
      case LOAD, STORE, ADD, UPDATE, LOCK, TRY_LOCK, UNLOCK ->
          !locations().isShared(access.location());
      case FREEZE -> true;
      default -> false;
    };
  }

  /** A side goes round until what it has looked at is another's to change, and so no more local. */
  void await(Access access) {
    execution.await(access.location());
  }
}

package org.sabring.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.code.World;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.Execution.Ahead;
import org.sabring.explore.runtime.Execution.Run;
import org.sabring.explore.runtime.Heap;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Universe;
import org.sabring.explore.runtime.Words;

/**
 * A program in place: its classes are loaded, its objects made, and its code can be run. One is
 * made for each program; what it finds out about the locations stays, whoever explores and on
 * whatever memory.
 */
final class Scene {

  /** A world of rewritten classes, with what is known of them. */
  private record Loaded(World world, Universe universe) {}

  private record Key(ClassLoader outside, Code code) {}

  private static final Map<Key, Loaded> WORLDS = new HashMap<>();

  /** What is shared is the side's object. */
  private static final Program.Maker<Object, Object> ITSELF = shared -> shared;

  private final Program program;
  private final Crossing crossing;
  private final Heap heap;
  private final Execution execution;
  private final List<@Nullable Object> selves = new ArrayList<>();
  private final IdentityHashMap<Operation.Body<?>, Operation.Body<?>> inside =
      new IdentityHashMap<>();
  private final Words words;
  private List<Player> players = List.of();
  private boolean learned;

  Scene(Program program) {
    this.program = program;
    ClassLoader outside = program.classPath();
    Loaded loaded = loaded(outside, program.code());
    crossing = new Crossing(loaded.world(), outside);
    heap = new Heap(loaded.universe(), program.count());
    execution = new Execution(heap, program.code().weakening());
    program.code().prepare(heap.locations());
    int[] values = program.start();
    for (int word = 0; word < values.length; word++) {
      heap.locations().addWord(word, program.nameOf(word), values[word]);
    }
    words = new Words(execution, values.length);
    setUp();
    forget();
  }

  private static synchronized Loaded loaded(ClassLoader outside, Code code) {
    return WORLDS.compute(
        new Key(outside, code.ofLoading()),
        (key, known) -> known == null || known.universe().isSpoilt() ? loadedAnew(key) : known);
  }

  private static Loaded loadedAnew(Key key) {
    World world = new World(key.outside(), key.code().replaced(), key.code().lockModel());
    return new Loaded(world, new Universe(world));
  }

  private void setUp() {
    try {
      execution.setUp(
          () -> {
            Object shared = shared();
            for (Program.Side<?> side : program.sides()) {
              selves.add(
                  side.asItIs() ? null : execution.shared(made(rewritten(side.maker()), shared)));
            }
            return selves;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the program could not be set up", e);
    }
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
    if (maker == null) {
      return ITSELF;
    }
    return maker instanceof InWorld<?> named
        ? (Program.Maker<?, ?>) named.in(crossing)
        : (Program.Maker<?, ?>) Objects.requireNonNull(crossing.in(maker));
  }

  /** Forgets what code did, but not what is known of the locations. */
  void forget() {
    List<Player> fresh = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      fresh.add(new Player(side, program.sides().get(side).menu(), this));
    }
    players = List.copyOf(fresh);
  }

  List<Player> players() {
    return players;
  }

  /** How often code of a side has been run. */
  long runs() {
    return players.stream().mapToLong(Player::runs).sum();
  }

  /** Whether random schedules have shown which locations are shared. */
  boolean isLearned() {
    return learned;
  }

  void setLearned() {
    learned = true;
  }

  LocationTable locations() {
    return heap.locations();
  }

  Heap heap() {
    return heap;
  }

  /** Whether what a call made and left to nobody is forgotten. */
  boolean forgetsGarbage() {
    return program.code().has(Reduction.GARBAGE);
  }

  boolean hasAsked() {
    return execution.hasAsked();
  }

  /** Runs an operation from its start. */
  Run run(
      int side, int call, List<Access> asked, long[] answers, Ahead ahead, Operation<?> operation) {
    Program.Side<?> cast = program.sides().get(side);
    execution.mergeLoops(operation.bound() == 0 && program.code().has(Reduction.LOOPS));
    if (cast.asItIs()) {
      return execution.run(
          side, call, asked, answers, Ahead.NEVER, () -> called(operation.body(), fresh(cast)));
    }
    Operation.Body<?> body = body(operation.body());
    return execution.run(
        side, call, asked, answers, ahead, () -> crossing.out(called(body, selves.get(side))));
  }

  /** Of code that is not rewritten nothing is left of the run before. */
  private @Nullable Object fresh(Program.Side<?> cast) throws Exception {
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
      known = crossed(outside);
      inside.put(outside, known);
    }
    return known;
  }

  private Operation.Body<?> crossed(Operation.Body<?> outside) {
    try {
      return execution.setUp(
          () ->
              outside instanceof InWorld<?> named
                  ? (Operation.Body<?>) named.in(crossing)
                  : (Operation.Body<?>) Objects.requireNonNull(crossing.in(outside)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether others can see an access: only then is it a step. */
  boolean isSeen(Access access) {
    return !isLocal(access);
  }

  /** A side goes round until what it has looked at is another's to change, and so no more local. */
  void await(Access access) {
    execution.await(access.location());
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
}

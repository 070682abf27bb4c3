package org.sabring.explore.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access.Kind;

/**
 * The run of a piece of code on a {@link Heap}: what rewritten code calls by way of {@link Hooks}
 * comes here. Before the sides begin, code runs directly on what locations hold at first. The call
 * of a side is run again and again from its start: the accesses that it has made before are
 * answered from the record, and at the next one it is stopped.
 *
 * <p>One thread at a time: the one that explores.
 */
public final class Execution {

  /**
   * How a run ended.
   *
   * @param asked the accesses that it has made, all with an answer
   * @param foreseen the answers that were not in the record but given ahead
   * @param pending the access that it was stopped at; null if it came to its end, or came back
   * @param line where in the source that is
   * @param alias if it came back to where it was before: after how many accesses; else negative
   * @param value what the code returned
   * @param thrown what it threw
   * @param said what it told the monitor since the last answer
   * @param fingerprint what the event loop is made of that it was stopped in; null if in a task
   * @param garbage locations of objects that it made and that nobody can reach any more
   * @param escaped whether others may reach an object that it made
   */
  public record Run(
      List<Access> asked,
      List<Long> foreseen,
      @Nullable Access pending,
      @Nullable SourceLine line,
      int alias,
      @Nullable Object value,
      @Nullable Throwable thrown,
      List<Object> said,
      @Nullable List<Object> fingerprint,
      List<Integer> garbage,
      boolean escaped) {}

  /** Answers accesses that no other side can see: the run need not stop at them. */
  public interface Ahead {

    /** Nobody answers: the run stops at its next access. */
    Ahead NEVER = access -> null;

    /** The answer; null if the access has to wait for its turn. */
    @Nullable Long answer(Access access);
  }

  /** Leaves the code at an access that has no answer yet. */
  private static final class Stop extends Error {
    private static final long serialVersionUID = 1L;

    Stop() {
      super("the explorer stopped the call here", null, false, false);
    }
  }

  /** What is known of the locations has changed: what was explored with less may be wrong. */
  public static final class Learned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Learned() {
      super("more is known of the locations", null, false, false);
    }
  }

  private static final String SAME =
      "what it does may depend on what it shares with others, and on nothing else";

  private static final ThreadLocal<@Nullable Execution> CURRENT = new ThreadLocal<>();

  private final Heap heap;
  private final LocationTable locations;
  private final Weakening weakening;
  private final Initializers initializers;
  private final List<Stage> stages = new ArrayList<>();
  private boolean mergingLoops = true;

  private boolean running;
  private int side;
  private boolean learned;
  private @Nullable Refused refused;
  private Recorded record = new Recorded(List.of(), new long[0], Ahead.NEVER);
  private Newborn newborn;
  private Loops loops = new Loops();
  private Clock clock = new Clock();

  public Execution(Heap heap, Weakening weakening) {
    this.heap = heap;
    this.locations = heap.locations();
    this.weakening = weakening;
    this.initializers = new Initializers(heap);
    this.newborn = new Newborn(heap, 0, 0);
  }

  /** That of the code which runs now. */
  public static Execution current() {
    Execution now = CURRENT.get();
    if (now == null) {
      throw new IllegalStateException("rewritten code runs under the explorer alone");
    }
    return now;
  }

  /** The same, if code runs now. */
  static @Nullable Execution running() {
    return CURRENT.get();
  }

  public Heap heap() {
    return heap;
  }

  public Initializers initializers() {
    return initializers;
  }

  public Loops loops() {
    return loops;
  }

  public Clock clock() {
    return clock;
  }

  Newborn newborn() {
    return newborn;
  }

  /** The side whose code runs; one more than there are, if code runs for none. */
  public int side() {
    return isDirect() ? locations.sides() : side;
  }

  /** Whether code runs as if no side had begun. */
  public boolean isDirect() {
    return !running || initializers.areRunning();
  }

  void checkRunning() {
    if (isDirect()) {
      throw new IllegalStateException("only loads and stores, before the operations begin");
    }
  }

  // ---- runs

  private <T> T entered(Callable<T> code) throws Exception {
    Execution before = CURRENT.get();
    CURRENT.set(this);
    try {
      return code.call();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Runs code before any side begins. */
  public <T> T setUp(Callable<T> code) throws Exception {
    T made = entered(code);
    checkRefused();
    return made;
  }

  /** Runs code in the middle of a run as if no side had begun. */
  public <T> T directly(Callable<T> code) throws Exception {
    initializers.enterTrusted();
    try {
      return code.call();
    } finally {
      initializers.exitTrusted();
    }
  }

  /** Whoever has caught it. */
  private void checkRefused() {
    if (refused != null) {
      throw refused;
    }
  }

  /**
   * Runs a call of a side from its start.
   *
   * @param number tells its objects from those of other calls of the side
   * @param asked the accesses that it made, with their answers
   * @param ahead answers some that come after those
   * @throws Learned when more is known of the locations than before
   * @throws Refused when the code does what cannot be followed
   */
  public Run run(
      int ofSide, int number, List<Access> asked, long[] answers, Ahead ahead, Callable<?> code) {
    side = ofSide;
    learned = false;
    refused = null;
    record = new Recorded(asked, answers, ahead);
    newborn = new Newborn(heap, side, number);
    loops = new Loops();
    clock = new Clock();
    stages.forEach(Stage::begin);
    running = true;
    Object value = null;
    Throwable thrown = null;
    try {
      value = entered(code);
    } catch (Stop stop) {
      // the record, refused or learned says why
    } catch (Throwable e) {
      thrown = meant(e);
    } finally {
      running = false;
    }
    checkRefused();
    if (learned) {
      throw new Learned();
    }
    if (record.isStopped()) {
      return record.end(null, null, List.of(), newborn.haveEscaped());
    }
    if (!record.isAtEnd()) {
      throw Refused.at(
          record.expected().toString(),
          "the call is not deterministic: with the same answers it now ends before that",
          SAME);
    }
    List<Integer> garbage = newborn.haveEscaped() ? List.of() : newborn.locations();
    return record.end(value, thrown, garbage, newborn.haveEscaped());
  }

  /** Whether the code is on its way out. */
  public boolean isStopped() {
    return record.isStopped() || learned || refused != null;
  }

  private void checkGoing() {
    if (isStopped()) {
      throw new Stop();
    }
  }

  /** Throws again what stops the code. */
  public static Throwable caught(Throwable thrown) {
    if (thrown instanceof Stop stop) {
      throw stop;
    }
    Throwable meant = current().meant(thrown);
    if (meant instanceof Refused refusal) {
      throw refusal;
    }
    return meant;
  }

  /** A class whose initializer has failed is of no use to others, and will not fail again. */
  private Throwable meant(Throwable thrown) {
    if (thrown instanceof ExceptionInInitializerError || thrown instanceof NoClassDefFoundError) {
      heap.universe().spoil();
    }
    Refused before = heap.universe().refusal();
    return thrown instanceof NoClassDefFoundError && before != null ? refuse(before) : thrown;
  }

  public Refused refuse(Refused refusal) {
    if (!isStopped()) {
      refused = refusal;
      heap.universe().refuse(refusal);
    }
    return refusal;
  }

  // ---- who objects are

  public int idOf(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    Integer known = newborn.known(object);
    if (known != null) {
      return known;
    }
    if (Constants.isConstant(object)) {
      return heap.constant(object);
    }
    boolean isEnum = object instanceof Enum;
    int id =
        isDirect() || isEnum
            ? heap.addPermanent(object, initializers.areRunning() || isEnum)
            : newborn.add(object);
    if (object.getClass().isArray()) {
      arrived(object, id);
    }
    return id;
  }

  /** An array that is met for the first time holds what code that is not rewritten put there. */
  private void arrived(Object array, int id) {
    ValueKind kind = ValueKind.ofElements(array);
    for (int i = 0; i < Array.getLength(array); i++) {
      Object value = Array.get(array, i);
      if (value != null && (kind == ValueKind.REFERENCE || kind.number(value) != 0)) {
        store(Mode.PLAIN, locations.of(id, i, kind), number(kind, value));
      }
    }
  }

  public @Nullable Object objectOf(long number) {
    return number == 0 ? null : newborn.get((int) number);
  }

  /** A value as what a location holds of it. */
  public long number(ValueKind kind, @Nullable Object value) {
    return kind == ValueKind.REFERENCE ? idOf(value) : kind.number(Objects.requireNonNull(value));
  }

  /** The value of which a location holds that. */
  public @Nullable Object value(ValueKind kind, long number) {
    return kind == ValueKind.REFERENCE ? objectOf(number) : kind.value(number);
  }

  /** Takes an object for one that is the same for all sides. */
  public @Nullable Object shared(@Nullable Object object) {
    idOf(object);
    return object;
  }

  /** Whether all that it holds is in the memory. */
  boolean isFollowed(Object object) {
    return Constants.isConstant(object) || newborn.known(object) != null || heap.isFollowed(object);
  }

  public int locationOf(Object owner, int place, ValueKind kind) {
    return locations.of(idOf(owner), place, kind);
  }

  /** That of a field; who owns a static one is of no meaning. */
  public int locationOf(@Nullable Object owner, FieldInfo field) {
    Object holder = field.isStatic() ? field.declaring() : owner;
    return locationOf(Objects.requireNonNull(holder, field.name()), field.slot(), field.kind());
  }

  // ---- accesses

  public long load(Mode mode, int location) {
    if (isDirect()) {
      return loadDirectly(location);
    }
    if (locations.isFinal(location)) {
      boolean permanent = heap.entry(locations.object(location)).object() != null;
      return permanent ? locations.initial(location) : answer(Access.load(Mode.PLAIN, location));
    }
    Mode effective = weakening.of(Kind.LOAD, softened(mode, location), location, locations);
    use(location, false, effective);
    return locations.isConstant(location) && effective != Mode.VOLATILE
        ? locations.initial(location)
        : answer(Access.load(effective, location));
  }

  public void store(Mode mode, int location, long value) {
    if (isDirect()) {
      storeDirectly(location, value);
      return;
    }
    checkEscape(location, value);
    Mode effective = Mode.PLAIN;
    if (!locations.isFinal(location)) {
      effective = weakening.of(Kind.STORE, softened(mode, location), location, locations);
      use(location, true, effective);
    }
    answer(Access.store(effective, location, value));
  }

  /** An atomic update; what was there before. */
  public long update(Mode mode, int location, Update update) {
    if (isDirect()) {
      long old = loadDirectly(location);
      storeDirectly(location, update.apply(old));
      return old;
    }
    return update(Kind.UPDATE, mode, location, update);
  }

  /** A compare-and-set that may fail for no reason; whether it did not. */
  public boolean weakUpdate(Mode mode, int location, Update update) {
    return isDirect()
        ? update.stores(update(mode, location, update))
        : update(Kind.WEAK_UPDATE, mode, location, update) == 1;
  }

  private long update(Kind kind, Mode mode, int location, Update update) {
    checkEscape(location, update.operand());
    Mode known = mode == Mode.PLAIN ? Mode.OPAQUE : mode;
    Mode effective = weakening.of(kind, known, location, locations);
    use(location, true, effective);
    return answer(Access.update(kind, effective, location, update));
  }

  private void checkEscape(int location, long value) {
    if (locations.isReference(location)) {
      newborn.stored(value, locations.object(location));
    }
  }

  private long loadDirectly(int location) {
    if (initializers.areRunning()) {
      initializers.use(location, false, running);
    }
    return locations.initial(location);
  }

  private void storeDirectly(int location, long value) {
    if (initializers.areRunning()) {
      initializers.use(location, true, running);
    }
    locations.store(location, value, initializers.areRunning());
  }

  private Mode softened(Mode mode, int location) {
    return mode == Mode.PLAIN && locations.isTolerated(location) ? Mode.OPAQUE : mode;
  }

  private void use(int location, boolean stores, Mode mode) {
    checkGoing();
    locations.use(location, side, stores, mode);
    if (locations.hasLearned()) {
      learned = true;
      throw new Stop();
    }
  }

  /** Of a monitor: it is shared once two sides use it. */
  public void useLock(int location) {
    use(location, true, Mode.OPAQUE);
  }

  public void fence(Fence fence) {
    if (!isDirect()) {
      Fence effective = weakening.of(fence);
      if (effective != null) {
        answer(Access.fence(effective));
      }
    }
  }

  /** The answer of an access, if it is in the record. */
  public long answer(Access access) {
    checkGoing();
    if (!record.hasAnswer(access)) {
      throw new Stop();
    }
    if (!access.equals(record.expected())) {
      throw refuse(
          Refused.of(
              "the call is not deterministic: access %d was %s, and with the same answers is %s"
                  .formatted(record.count() + 1, record.expected(), access),
              SAME));
    }
    return record.next();
  }

  // ---- event loops, and going round

  /** Whether the next access will be the one that the call is stopped at. */
  boolean isAtEnd() {
    return record.isAtEnd() && !isStopped();
  }

  void say(Object what) {
    checkGoing();
    record.say(what);
  }

  void looksLike(List<Object> parts) {
    record.looksLike(parts);
  }

  void staged(Stage stage) {
    stages.add(stage);
  }

  /** Whether the code that has just run has asked to be told, and was not. */
  public boolean hasAsked() {
    return stages.stream().anyMatch(Stage::hasAsked);
  }

  /** Whether a loop that is where it was before is taken for that. */
  public void mergeLoops(boolean may) {
    mergingLoops = may;
  }

  /** The head of a loop. */
  public void loop(int activation, int head, @Nullable Object[] locals) {
    if (isDirect() || !mergingLoops) {
      return;
    }
    checkGoing();
    Integer before = loops.before(this, activation, head, locals, record.count());
    if (before == null) {
      return;
    }
    if (before == record.count()) {
      answer(Access.of(Kind.SPIN, 0, 0));
    } else if (record.isAtEnd()) {
      record.isBackAt(before);
      throw new Stop();
    }
  }

  /** A record that is one answer longer. */
  public static long[] longer(long[] record, long answer) {
    long[] longer = Arrays.copyOf(record, record.length + 1);
    longer[record.length] = answer;
    return longer;
  }

  /** A record that is one access longer. */
  public static List<Access> longer(List<Access> record, Access access) {
    List<Access> longer = new ArrayList<>(record.size() + 1);
    longer.addAll(record);
    longer.add(access);
    return longer;
  }
}

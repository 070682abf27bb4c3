package org.sabring.explore.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

  /** A run that is answered ahead stops after so many answers: it may go round. */
  private static final int FORESEEN = 256;

  private static final ThreadLocal<@Nullable Execution> CURRENT = new ThreadLocal<>();

  private final Heap heap;
  private final LocationTable locations;
  private final Weakening weakening;

  private boolean running;
  private final Initializers initializers;
  private int side;
  private int call;
  private List<Access> asked = List.of();
  private long[] answers = new long[0];
  private int recorded;
  private Ahead ahead = Ahead.NEVER;
  private int at;
  private @Nullable Access pending;
  private @Nullable SourceLine line;
  private int alias = -1;
  private boolean learned;
  private @Nullable Refused refused;
  private final List<Object> said = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private @Nullable List<Object> fingerprint;

  private final IdentityHashMap<Object, Integer> ids = new IdentityHashMap<>();
  private final Map<Integer, Object> objects = new HashMap<>();
  private final List<Integer> born = new ArrayList<>();
  private boolean escaped;
  private int activations;
  private long nanos;
  private boolean clockRead;
  private final Map<List<Object>, Integer> heads = new HashMap<>();
  private boolean mergingLoops = true;

  public Execution(Heap heap, Weakening weakening) {
    this.heap = heap;
    this.locations = heap.locations();
    this.initializers = new Initializers(heap);
    this.weakening = weakening;
  }

  /** That of the code which runs now. */
  static Execution current() {
    Execution now = CURRENT.get();
    if (now == null) {
      throw new IllegalStateException("rewritten code runs under the explorer alone");
    }
    return now;
  }

  Heap heap() {
    return heap;
  }

  int side() {
    return isDirect() ? locations.sides() : side;
  }

  boolean isDirect() {
    return !running || initializers.areRunning();
  }

  /** Runs code before any side begins. */
  public <T> T setUp(Callable<T> code) throws Exception {
    Execution before = CURRENT.get();
    CURRENT.set(this);
    try {
      T made = code.call();
      if (refused != null) {
        throw refused; // whoever has caught it
      }
      return made;
    } finally {
      restore(before);
    }
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

  private static void restore(@Nullable Execution before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  /**
   * Runs a call of a side from its start.
   *
   * @param number tells its objects from those of other calls of the side
   * @param record the accesses that it made, with their answers
   * @param foreseen answers some that come after those
   * @throws Learned when more is known of the locations than before
   * @throws Refused when the code does what cannot be followed
   */
  public Run run(
      int ofSide,
      int number,
      List<Access> record,
      long[] replies,
      Ahead foreseen,
      Callable<?> code) {
    begin(ofSide, number, record, replies);
    ahead = foreseen;
    Execution before = CURRENT.get();
    CURRENT.set(this);
    running = true;
    Object value = null;
    Throwable thrown = null;
    try {
      value = code.call();
    } catch (Stop stop) {
      // pending, alias, refused or learned says why
    } catch (Throwable e) {
      thrown = meant(e);
    } finally {
      running = false;
      restore(before);
    }
    if (refused != null) {
      throw refused;
    }
    if (learned) {
      throw new Learned();
    }
    boolean stopped = pending != null || alias >= 0;
    if (!stopped && at < answers.length) {
      throw Refused.at(
          asked.get(at).toString(),
          "the call is not deterministic: with the same answers it now ends before that",
          SAME);
    }
    List<Integer> garbage = stopped || escaped ? List.of() : garbage();
    return new Run(
        asked,
        List.copyOf(foreseen()),
        pending,
        line,
        alias,
        stopped ? null : value,
        stopped ? null : thrown,
        List.copyOf(said),
        fingerprint,
        garbage,
        escaped);
  }

  private List<Long> foreseen() {
    return Arrays.stream(answers, recorded, at).boxed().toList();
  }

  private void begin(int ofSide, int number, List<Access> record, long[] replies) {
    side = ofSide;
    call = number;
    asked = record;
    answers = replies;
    recorded = replies.length;
    at = 0;
    pending = null;
    line = null;
    alias = -1;
    learned = false;
    refused = null;
    said.clear();
    fingerprint = null;
    stages.forEach(Stage::begin);
    ids.clear();
    objects.clear();
    born.clear();
    escaped = false;
    activations = 0;
    nanos = 0;
    clockRead = false;
    heads.clear();
  }

  private List<Integer> garbage() {
    return born.stream().flatMap(id -> locations.of(id).stream()).toList();
  }

  // ---- who objects are

  int idOf(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    Integer id = ids.get(object);
    if (id == null) {
      id = heap.known(object);
    }
    if (id != null) {
      return id;
    }
    if (Heap.isConstant(object)) {
      return heap.constant(object);
    }
    if (isDirect() || object instanceof Enum) {
      id = heap.addPermanent(object, initializers.areRunning() || object instanceof Enum);
    } else {
      id = heap.addBorn(side, call, born.size(), object);
      born.add(id);
      ids.put(object, id);
      objects.put(id, object);
    }
    if (object.getClass().isArray()) {
      org.sabring.explore.runtime.Arrays.arrived(object);
    }
    return id;
  }

  @Nullable Object objectOf(long number) {
    int id = (int) number;
    if (id == 0) {
      return null;
    }
    Object object = objects.get(id);
    if (object == null) {
      ObjectTable.Entry entry = heap.entry(id);
      object = heap.shell(entry);
      if (entry.object() == null || heap.known(object) == null) {
        objects.put(id, object);
        ids.put(object, id);
      }
    }
    return object;
  }

  /** Takes an object for one that is the same for all sides. */
  public @Nullable Object shared(@Nullable Object object) {
    idOf(object);
    return object;
  }

  int locationOf(Object owner, int place, org.sabring.explore.runtime.Kind kind) {
    return locations.of(idOf(owner), place, kind);
  }

  // ---- accesses

  long load(Mode mode, int location) {
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

  void store(Mode mode, int location, long value) {
    if (isDirect()) {
      storeDirectly(location, value);
      return;
    }
    if (locations.isReference(location) && !born.isEmpty()) {
      escaped |= born.contains((int) value) && !born.contains(locations.object(location));
    }
    if (locations.isFinal(location)) {
      answer(Access.store(Mode.PLAIN, location, value));
      return;
    }
    Mode effective = weakening.of(Kind.STORE, softened(mode, location), location, locations);
    use(location, true, effective);
    answer(Access.store(effective, location, value));
  }

  /** An atomic update; what was there before. */
  long update(Mode mode, int location, Update update) {
    if (isDirect()) {
      long old = loadDirectly(location);
      storeDirectly(location, update.apply(old));
      return old;
    }
    return update(Kind.UPDATE, mode, location, update);
  }

  /** A compare-and-set that may fail for no reason; whether it did not. */
  boolean weakUpdate(Mode mode, int location, Update update) {
    return isDirect()
        ? update.stores(update(mode, location, update))
        : update(Kind.WEAK_UPDATE, mode, location, update) == 1;
  }

  private long update(Kind kind, Mode mode, int location, Update update) {
    if (locations.isReference(location) && !born.isEmpty()) {
      escaped |=
          born.contains((int) update.operand()) && !born.contains(locations.object(location));
    }
    Mode known = mode == Mode.PLAIN ? Mode.OPAQUE : mode;
    Mode effective = weakening.of(kind, known, location, locations);
    use(location, true, effective);
    return answer(Access.update(kind, effective, location, update));
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
    checkLearned();
  }

  /** Of a monitor or permit. */
  void useLock(int location) {
    checkGoing();
    locations.useLock(location, side);
    checkLearned();
  }

  private void checkLearned() {
    if (locations.hasLearned()) {
      learned = true;
      throw new Stop();
    }
  }

  /**
   * A side goes round until another stores to a location that none has stored to so far.
   *
   * @throws Learned since now all of them see it
   */
  public void await(int location) {
    locations.await(location);
    throw new Learned();
  }

  void fence(Fence fence) {
    if (!isDirect()) {
      Fence effective = weakening.of(fence);
      if (effective != null) {
        answer(Access.fence(effective));
      }
    }
  }

  /** Whether the code is on its way out. */
  boolean isStopped() {
    return pending != null || alias >= 0 || learned || refused != null;
  }

  private void checkGoing() {
    if (isStopped()) {
      throw new Stop();
    }
  }

  /** Throws again what stops the code. */
  static Throwable caught(Throwable thrown) {
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

  Refused refuse(Refused refusal) {
    if (!isStopped()) {
      refused = refusal;
      heap.universe().refuse(refusal);
    }
    return refusal;
  }

  /** For whom code runs now, if it does. */
  static @Nullable Execution running() {
    return CURRENT.get();
  }

  /** The answer of an access, if it is in the record. */
  long answer(Access access) {
    checkGoing();
    if (at == answers.length && !isForeseen(access)) {
      pending = access;
      line = SourceLine.now();
      throw new Stop();
    }
    if (!access.equals(asked.get(at))) {
      throw refuse(
          Refused.of(
              "the call is not deterministic: access %d was %s, and with the same answers is %s"
                  .formatted(at + 1, asked.get(at), access),
              SAME));
    }
    said.clear();
    return answers[at++];
  }

  /** An answer that is given ahead is one more in the record. */
  private boolean isForeseen(Access access) {
    boolean many = at - recorded >= FORESEEN;
    Long foreseen = many || !said.isEmpty() ? null : ahead.answer(access);
    if (foreseen == null) {
      return false;
    }
    asked = longer(asked, access);
    answers = longer(answers, foreseen);
    return true;
  }

  /** Whether the next access will be the one that the call is stopped at. */
  boolean isAtEnd() {
    return at == answers.length && !isStopped();
  }

  void say(Object what) {
    checkGoing();
    said.add(what);
  }

  void staged(Stage stage) {
    stages.add(stage);
  }

  void looksLike(List<Object> parts) {
    fingerprint = List.copyOf(parts);
  }

  /** Whether the code that has just run has asked to be told, and was not. */
  public boolean hasAsked() {
    return stages.stream().anyMatch(Stage::hasAsked);
  }

  void checkRunning() {
    if (isDirect()) {
      throw new IllegalStateException("only loads and stores, before the operations begin");
    }
  }

  // ---- time, and going round

  /**
   * Time stands still but for waits: one that was up has taken its time, any other a nanosecond.
   */
  void timePasses(long more) {
    nanos += more;
  }

  long nanoTime() {
    clockRead = true;
    return nanos;
  }

  void enterInitializer() {
    initializers.enter();
  }

  void exitInitializer() {
    initializers.exit();
  }

  /** Whether a loop that is where it was before is taken for that. */
  public void mergeLoops(boolean may) {
    mergingLoops = may;
  }

  int activation() {
    return activations++;
  }

  /**
   * The head of a loop: if the same activation was here with the same locals, and nothing was made
   * since, then the call is where it was then.
   */
  void loop(int activation, int head, @Nullable Object[] locals) {
    if (isDirect() || !mergingLoops) {
      return;
    }
    checkGoing();
    List<Object> key = new ArrayList<>(locals.length + 3);
    key.add(activation);
    key.add(head);
    for (Object local : locals) {
      if (local != null && !isFollowed(local)) {
        return; // what it holds may have changed, and nobody would see it
      }
      key.add(local == null ? "null" : isItself(local) ? local : new Id(idOf(local)));
    }
    key.add(born.size());
    key.add(clockRead ? nanos : 0);
    Integer before = heads.putIfAbsent(key, at);
    if (before == null) {
      return;
    }
    if (before == at) {
      answer(Access.of(Kind.SPIN, 0, 0));
    } else if (at == answers.length) {
      alias = before;
      throw new Stop();
    }
  }

  private record Id(int id) {}

  private boolean isFollowed(Object local) {
    return isItself(local)
        || Heap.isConstant(local)
        || ids.containsKey(local)
        || heap.known(local) != null
        || heap.isFollowed(local);
  }

  private static boolean isItself(Object local) {
    return local instanceof Number
        || local instanceof Boolean
        || local instanceof Character
        || local instanceof VarHandle;
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

package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation.Threw;
import org.sabring.explore.monitor.Vocabulary.Verb;

/**
 * The sequential model of a queue. Its calls are {@link MethodCall}s.
 *
 * @param capacity how many elements it holds at most
 * @param vocabulary what its methods do
 * @param start the elements that it holds before any call
 */
public record BoundedFifo(int capacity, Vocabulary vocabulary, List<Object> start)
    implements SequentialModel<List<Object>> {

  private static final Threw FULL = new Threw("java.lang.IllegalStateException");
  private static final Threw EMPTY = new Threw("java.util.NoSuchElementException");

  /**
   * The rest of a drain.
   *
   * @param limit how many elements it takes at most
   */
  private record Draining(boolean answers, List<Object> taken, int limit) {}

  public BoundedFifo {
    start = List.copyOf(start);
    if (capacity < 1 || capacity < start.size()) {
      throw new IllegalArgumentException(
          "capacity=%d, expected at least %d".formatted(capacity, Math.max(1, start.size())));
    }
  }

  /** The same queue, with elements that it holds before any call. */
  public BoundedFifo holding(Object... elements) {
    return new BoundedFifo(capacity, vocabulary, List.of(elements));
  }

  @Override
  public List<Applied<List<Object>>> apply(List<Object> held, int side, Object call) {
    return call instanceof Draining draining ? drain(held, draining) : call(held, made(call));
  }

  private List<Applied<List<Object>>> call(List<Object> held, MethodCall call) {
    Object nothing = vocabulary.nothing();
    Verb verb = verb(call);
    return switch (verb) {
      case OFFER -> or(add(held, call, true), answer(held, false));
      case RELAXED_OFFER -> either(answer(held, false), add(held, call, true));
      case ENQUEUE -> or(either(add(held, call, true), add(held, call, null)), answer(held, false));
      case ADD -> or(add(held, call, true), answer(held, FULL));
      case PUT -> add(held, call, null);
      case POLL -> or(take(held), answer(held, nothing));
      case RELAXED_POLL -> either(answer(held, nothing), take(held));
      case REMOVE ->
          call.arguments().isEmpty()
              ? or(take(held), answer(held, EMPTY))
              : remove(held, call.arguments().get(0));
      case TAKE -> take(held);
      case PEEK -> or(first(held), answer(held, nothing));
      case RELAXED_PEEK -> either(answer(held, nothing), first(held));
      case ELEMENT -> or(first(held), answer(held, EMPTY));
      case SIZE -> answer(held, held.size());
      case REMAINING -> answer(held, capacity - held.size());
      case IS_EMPTY -> answer(held, held.isEmpty());
      case CONTAINS -> answer(held, held.contains(argument(call)));
      case DRAIN, CLEAR ->
          drain(held, new Draining(verb == Verb.DRAIN, List.of(), limit(call.arguments())));
    };
  }

  private static List<Applied<List<Object>>> answer(List<Object> held, Object answer) {
    return List.of(new Applied<>(held, answer));
  }

  private static List<Applied<List<Object>>> either(
      List<Applied<List<Object>>> some, List<Applied<List<Object>>> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Some; if there are none, others. */
  private static List<Applied<List<Object>>> or(
      List<Applied<List<Object>>> some, List<Applied<List<Object>>> others) {
    return some.isEmpty() ? others : some;
  }

  /** Adds the call's element, if there is room. */
  private List<Applied<List<Object>>> add(
      List<Object> held, MethodCall call, @Nullable Object answer) {
    return held.size() == capacity
        ? List.of()
        : List.of(new Applied<>(PersistentCollections.and(held, argument(call)), answer));
  }

  /** Takes the first element, if there is one. */
  private static List<Applied<List<Object>>> take(List<Object> held) {
    return held.isEmpty() ? List.of() : answer(rest(held), held.get(0));
  }

  private static List<Applied<List<Object>>> first(List<Object> held) {
    return held.isEmpty() ? List.of() : answer(held, held.get(0));
  }

  private static List<Applied<List<Object>>> remove(List<Object> held, Object element) {
    List<Object> left = new ArrayList<>(held);
    boolean removed = left.remove(element);
    return answer(List.copyOf(left), removed);
  }

  private static List<Applied<List<Object>>> drain(List<Object> held, Draining draining) {
    List<Object> taken = draining.taken();
    if (!held.isEmpty() && taken.size() < draining.limit()) {
      Draining next =
          new Draining(
              draining.answers(), PersistentCollections.and(taken, held.get(0)), draining.limit());
      return List.of(Applied.unfinished(rest(held), next));
    }
    return draining.answers()
        ? either(answer(held, taken.size()), answer(held, taken))
        : List.of(new Applied<>(held, null));
  }

  /** How many elements are drained at most: the first argument that is a number. */
  private static int limit(List<Object> arguments) {
    return arguments.stream()
        .filter(Integer.class::isInstance)
        .mapToInt(Integer.class::cast)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private static List<Object> rest(List<Object> held) {
    return held.subList(1, held.size()).stream().toList();
  }

  private static MethodCall made(Object call) {
    if (call instanceof MethodCall made) {
      return made;
    }
    throw new IllegalArgumentException(
        "call=%s, expected a Call, for example Call.of(\"offer\", 1)".formatted(call));
  }

  private static Object argument(MethodCall call) {
    if (call.arguments().isEmpty()) {
      throw new IllegalArgumentException("call=%s, expected an element after it".formatted(call));
    }
    return call.arguments().get(0);
  }

  private Verb verb(MethodCall call) {
    return vocabulary.verb(call.method());
  }

  @Override
  public boolean isMiss(Object call, Object answer) {
    return switch (verb(made(call))) {
      case OFFER, ENQUEUE -> answer.equals(false);
      case POLL, PEEK -> answer.equals(vocabulary.nothing());
      default -> false;
    };
  }

  @Override
  public boolean changesNothing(Object call, Object answer) {
    return vocabulary.changesNothing(made(call).method(), answer);
  }

  @Override
  public boolean isQuery(Object call) {
    return vocabulary.isQuery(made(call).method());
  }

  @Override
  public String toString() {
    return capacity == Integer.MAX_VALUE ? "a queue" : "a queue with room for " + capacity;
  }
}

package org.sabring.explore.monitor;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation.Threw;

/**
 * A mapping of a queue's method names to their meaning. {@code push} and {@code pop} are not among
 * the usual ones: they mean a stack to many.
 *
 * @param verbs what each method does
 * @param nothing what a method answers that looks for an element and finds none
 */
public record Vocabulary(Map<String, Verb> verbs, Object nothing) {

  /** What a method of a queue does. */
  public enum Verb {
    /** Adds an element and answers true; false if the queue is full. */
    OFFER,
    /** The same, but false is right at any time. */
    RELAXED_OFFER,
    /** Adds an element and answers true, or nothing; false if the queue is full. */
    ENQUEUE,
    /** Adds an element and answers true; throws IllegalStateException if the queue is full. */
    ADD,
    /** Adds an element, and waits as long as the queue is full. */
    PUT,
    /** Takes the first element; answers nothing if the queue is empty. */
    POLL,
    /** The same, but nothing is right at any time. */
    RELAXED_POLL,
    /**
     * Takes the first element; throws NoSuchElementException if the queue is empty. With an
     * argument: takes the first element that is equal to it, and answers whether there was one.
     */
    REMOVE,
    /** Takes the first element, and waits as long as the queue is empty. */
    TAKE,
    /** Answers the first element, or nothing. */
    PEEK,
    /** The same, but nothing is right at any time. */
    RELAXED_PEEK,
    /** Answers the first element; throws NoSuchElementException if the queue is empty. */
    ELEMENT,
    /** Answers how many elements there are. */
    SIZE,
    /** Answers how many elements there is room for. */
    REMAINING,
    /** Answers whether there is no element. */
    IS_EMPTY,
    /** Answers whether there is such an element. */
    CONTAINS,
    /**
     * Takes one element after the other until the queue is empty, or as many as its argument says;
     * answers the elements, or how many. It is not atomic: others may call in between.
     */
    DRAIN,
    /** The same, without an answer. */
    CLEAR
  }

  private static final Set<Verb> QUERIES =
      EnumSet.of(Verb.SIZE, Verb.REMAINING, Verb.IS_EMPTY, Verb.CONTAINS);

  /** The names that java.util.concurrent, JCTools and Agrona use, and some more. */
  public static final Vocabulary USUAL =
      new Vocabulary(Map.of(), PlainAnswer.of(null))
          .with(Verb.OFFER, "offer", "offerLast", "tryOffer", "tryPut", "tryAdd", "tryEnqueue")
          .with(Verb.RELAXED_OFFER, "relaxedOffer")
          .with(Verb.ENQUEUE, "enqueue")
          .with(Verb.ADD, "add", "addLast")
          .with(Verb.PUT, "put", "putLast")
          .with(Verb.POLL, "poll", "pollFirst", "tryPoll", "tryTake", "tryDequeue", "dequeue")
          .with(Verb.RELAXED_POLL, "relaxedPoll")
          .with(Verb.REMOVE, "remove", "removeFirst")
          .with(Verb.TAKE, "take", "takeFirst")
          .with(Verb.PEEK, "peek", "peekFirst")
          .with(Verb.RELAXED_PEEK, "relaxedPeek")
          .with(Verb.ELEMENT, "element")
          .with(Verb.SIZE, "size")
          .with(Verb.REMAINING, "remainingCapacity")
          .with(Verb.IS_EMPTY, "isEmpty")
          .with(Verb.CONTAINS, "contains")
          .with(Verb.DRAIN, "drain", "drainTo")
          .with(Verb.CLEAR, "clear");

  public Vocabulary {
    verbs = Map.copyOf(verbs);
  }

  /** The same, with more names for what a method does. */
  public Vocabulary with(Verb verb, String... methods) {
    Map<String, Verb> more = new HashMap<>(verbs);
    for (String method : methods) {
      more.put(method, verb);
    }
    return new Vocabulary(more, nothing);
  }

  /** The same, with another answer that says that there is no element: null if not told. */
  public Vocabulary nothing(@Nullable Object answer) {
    return new Vocabulary(verbs, PlainAnswer.of(answer));
  }

  /** Whether a method asks how many elements there are, or whether there is one. */
  boolean isQuery(String method) {
    return verbs.containsKey(method) && QUERIES.contains(verbs.get(method));
  }

  /** Whether a call that has that answer has only looked, or failed. */
  boolean changesNothing(String method, Object answer) {
    Verb verb = verbs.get(method);
    if (verb == null) {
      return false;
    }
    return switch (verb) {
      case OFFER, RELAXED_OFFER, ENQUEUE -> answer.equals(false);
      case POLL, RELAXED_POLL -> answer.equals(nothing);
      case ADD, REMOVE -> answer instanceof Threw || answer.equals(false);
      case DRAIN -> answer.equals(0L) || answer.equals(List.of());
      case PEEK, RELAXED_PEEK, ELEMENT, SIZE, REMAINING, IS_EMPTY, CONTAINS -> true;
      case PUT, TAKE, CLEAR -> false;
    };
  }

  /** What a method does. */
  Verb verb(String method) {
    Verb verb = verbs.get(method);
    if (verb == null) {
      throw new IllegalArgumentException(
          "method=%s, expected one of %s: say with Vocabulary.with what it does"
              .formatted(method, new TreeSet<>(verbs.keySet())));
    }
    return verb;
  }
}

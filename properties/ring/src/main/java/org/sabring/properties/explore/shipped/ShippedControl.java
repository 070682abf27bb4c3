package org.sabring.properties.explore.shipped;

import java.util.Locale;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.shipped.PlantedEdit.Seen;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.law.Rule;

/** The mutants of the shipped memory. */
enum ShippedControl {
  COMPARED_OUTSIDE_THE_LOCK(
      Source.LISTS,
      """
          synchronized (queue) {
            raise();
            if (value.getAsInt() != expected) {
              lowerIfEmpty();
              return Awaited.NOT_EQUAL;
            }
      """,
      """
          if (value.getAsInt() != expected) {
            return Awaited.NOT_EQUAL;
          }
          synchronized (queue) {
      """,
      Seen.in(ShippedCases.NOT_LOST, MemoryModel.SC)),
  COMPARED_OUTSIDE_THE_LOCK_AND_NOT_REFINED(
      COMPARED_OUTSIDE_THE_LOCK, Seen.in(Refinement.ofTwoSides(1), MemoryModel.SC)),
  FLAG_NOT_VOLATILE(
      Source.WAITER,
      "volatile boolean notified",
      "boolean notified",
      Seen.in(ShippedCases.NOT_LOST, MemoryModel.RA)),
  FLAG_NOT_VOLATILE_AND_NOT_REFINED(
      FLAG_NOT_VOLATILE, Seen.in(Refinement.ofThreeSides(1), MemoryModel.RA)),
  REMOVED_OUTSIDE_THE_LOCK(
      Source.LISTS,
      """
          synchronized (queue) {
            boolean waited = queue.remove(waiter);
            lowerIfEmpty();
            return waited;
          }
      """,
      "    return queue.remove(waiter);\n",
      Seen.in(ShippedCases.TIMED, MemoryModel.RA)),
  REMOVED_OUTSIDE_THE_LOCK_AND_NOT_REFINED(
      REMOVED_OUTSIDE_THE_LOCK, Seen.in(Refinement.ofThreeSides(1), MemoryModel.RA)),
  LAST_IN_FIRST_OUT(
      Source.LISTS,
      "      queue.add(waiter);\n    }\n    return block",
      "      ((ArrayDeque<Waiter>) queue).addFirst(waiter);\n    }\n    return block",
      Seen.in(ShippedCases.IN_ORDER, MemoryModel.SC)),
  FLAG_NOT_SET(
      Source.LISTS, "waiter.notified = true;", "", Seen.in(ShippedCases.NOT_LOST, MemoryModel.SC)),
  WAKES_FOR_NO_REASON(
      Source.LISTS,
      "left = deadline - System.nanoTime();",
      "return Awaited.OK;",
      Seen.in(ShippedCases.EARLY, MemoryModel.SC)),
  LATE_WAKE_UP_TAKEN_FOR_ITS_OWN(WAKES_FOR_NO_REASON, Seen.in(ShippedCases.LATE, MemoryModel.SC)),
  WAKES_ANY_WORD(
      Source.LISTS,
      "if (waiter.word == word) {",
      "if (true) {",
      Seen.in(ShippedCases.TWO_WORDS, MemoryModel.SC)),
  WAKES_ONE_MORE(
      Source.LISTS,
      "taken.size() < count &&",
      "taken.size() <= count &&",
      Seen.in(ShippedCases.AS_MANY, MemoryModel.SC)),
  TIMED_OUT_THOUGH_NOTIFIED(
      Source.LISTS,
      "} else if (leave(waiter)) {\n        return Awaited.TIMED_OUT;",
      "} else {\n        leave(waiter);\n        return Awaited.TIMED_OUT;",
      Seen.in(ShippedCases.TIMED, MemoryModel.SC)),
  INTERRUPTED_THOUGH_NOTIFIED(
      Source.LISTS,
      "if (leave(waiter)) {\n          throw new InterruptedException();\n        }",
      "leave(waiter);\n        if (true) throw new InterruptedException();",
      Seen.in(ShippedCases.INTERRUPTED, MemoryModel.SC)),
  INTERRUPT_FORGOTTEN(
      Source.LISTS,
      "waiter.thread.interrupt();",
      "",
      Seen.in(ShippedCases.INTERRUPTED, MemoryModel.SC)),
  TAKEN_BACK_THOUGH_TOLD(
      Source.LISTS,
      "return leave(this);",
      "leave(this);\n      return true;",
      Seen.in(ShippedCases.CANCELLED, MemoryModel.SC)),
  TOLD_THOUGH_TAKEN_BACK(
      Source.LISTS,
      "return leave(this);",
      "return !notified;",
      Seen.in(ShippedCases.CANCELLED, MemoryModel.SC)),
  VIEW_WITH_LISTS_OF_ITS_OWN(
      Source.WINDOW,
      "return window(lists, first, length);",
      "return window(new WaiterLists(WaitStrategy.LOCK), first, length);",
      Seen.in(ShippedCases.TWO_VIEWS, MemoryModel.SC)),
  VIEW_OF_OTHER_WORDS(
      Source.WINDOW,
      "return lists.await(at(index),",
      "return lists.await(index,",
      Seen.in(ShippedCases.TWO_VIEWS, MemoryModel.SC)),
  NOTIFIER_WITHOUT_ITS_FENCE(
      Source.FLAG,
      "VarHandle.fullFence(); // PFence",
      "",
      Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.TSO)),
  NOTIFIER_WITHOUT_ITS_FENCE_ON_RELEASE_ACQUIRE(
      NOTIFIER_WITHOUT_ITS_FENCE, Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.RA)),
  WAITER_WITHOUT_ITS_FENCE(
      Source.FLAG,
      "VarHandle.fullFence(); // CFence",
      "",
      Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.TSO)),
  WAITER_WITHOUT_ITS_FENCE_ON_RELEASE_ACQUIRE(
      WAITER_WITHOUT_ITS_FENCE, Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.RA)),
  FLAG_NEVER_RAISED(
      Source.FLAG,
      "raised.set(1);",
      "raised.set(0);",
      Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.SC)),
  FLAG_RAISED_TOO_LATE(
      Source.LISTS,
      """
            raise();
            if (value.getAsInt() != expected) {
              lowerIfEmpty();
              return Awaited.NOT_EQUAL;
            }
      """,
      """
            if (value.getAsInt() != expected) {
              return Awaited.NOT_EQUAL;
            }
            raise();
      """,
      Seen.in(ShippedCases.NOT_LOST_WITH_FENCES, MemoryModel.SC)),
  RELEASE_STORE_IS_PLAIN(
      Source.HEAP,
      "WORD.setRelease(words",
      "WORD.set(words",
      Seen.in(ShippedRing.ELEMENT_AND_END, MemoryModel.RA)),
  RELEASE_STORE_IS_OPAQUE(
      Source.HEAP,
      "WORD.setRelease(words",
      "WORD.setOpaque(words",
      Seen.in(ShippedRing.ELEMENT_AND_END, MemoryModel.RA)),
  ACQUIRE_LOAD_IS_PLAIN(
      Source.HEAP,
      "WORD.getAcquire(words",
      "WORD.get(words",
      Seen.in(ShippedRing.ELEMENT_AND_END, MemoryModel.RA)),
  ACQUIRE_LOAD_IS_OPAQUE(
      Source.HEAP,
      "WORD.getAcquire(words",
      "WORD.getOpaque(words",
      Seen.in(ShippedRing.ELEMENT_AND_END, MemoryModel.RA));

  private static final class Source {
    static final String LISTS = "WaiterLists";
    static final String WAITER = "Waiter";
    static final String FLAG = "WaitingFlag";
    static final String WINDOW = "Window";
    static final String HEAP = "HeapInts";
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts, never changed
  private final Edit edit;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda of records, never changed
  private final Seen seen;

  ShippedControl(String source, String find, String replace, Seen seen) {
    String file = "impl/src/main/java/org/sabring/memory/" + source + ".java";
    this.edit = new Edit(file, find, replace);
    this.seen = seen;
  }

  /** The same edit, found in another way. */
  ShippedControl(ShippedControl other, Seen seen) {
    this.edit = other.edit;
    this.seen = seen;
  }

  PlantedEdit planted() {
    String label = "shipped memory: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Rule rule = edit.in().contains(Source.HEAP) ? Rule.RB201 : Rule.RB301;
    return new PlantedEdit(label, rule, edit, seen);
  }
}

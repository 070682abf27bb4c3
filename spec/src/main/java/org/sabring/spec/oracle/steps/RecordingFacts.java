package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.steps.BrokenPromise.Unless;

/** What the lines of a recording show at all, wherever they stand. */
final class RecordingFacts {
  private static final int MANY = 10_000;

  private final Profile profile;
  private final Set<RingSide> works = EnumSet.noneOf(RingSide.class); // who accesses a slot
  private final Map<RingSide, Set<Integer>> released = new EnumMap<>(RingSide.class);
  private long others; // accesses of words that are no part of the ring
  private boolean counts;
  private boolean notifies;
  private boolean tellsModes;

  RecordingFacts(Profile profile) {
    this.profile = profile;
  }

  void add(TraceAccess access) {
    RingSide side = access.thread().side();
    if (access.place() == Place.OTHER && access.kind() != TraceAccess.Kind.FENCE) {
      others++;
      release(access);
    } else if (access.place() == Place.DATA && side != null) {
      works.add(side);
    }
    counts |= isCounter(access.place());
    notifies |= access.kind() == TraceAccess.Kind.NOTIFY || access.kind() == TraceAccess.Kind.WAIT;
    tellsModes |= access.mode() != AccessMode.UNKNOWN;
  }

  private void release(TraceAccess access) {
    RingSide side = access.thread().side();
    boolean adds = access.kind() == TraceAccess.Kind.ADD;
    boolean stores = adds || access.kind() == TraceAccess.Kind.STORE;
    if (side != null && stores && access.mode().releases()) {
      Set<Integer> values = released.computeIfAbsent(side, none -> new HashSet<>());
      if (values.size() < MANY) {
        values.add(adds ? access.value() + access.by() : access.value());
      }
    }
  }

  private static boolean isCounter(Place place) {
    return switch (place) {
      case PRODUCED, CONSUMED, PRODUCER_WAITS, CONSUMER_WAITS -> true;
      default -> false;
    };
  }

  /** Whether a side may have released this value of a word that is no part of the ring. */
  boolean hasReleased(RingSide side, int value) {
    Set<Integer> values = released.getOrDefault(side, Set.of());
    return values.contains(value) || values.size() == MANY; // too many to tell
  }

  /** Why the recording, and not the ring, is to blame; null if it is not. */
  @Nullable String unseen(Unless unless) {
    return switch (unless) {
      case NOTHING -> null;
      case NO_PRODUCER_DATA -> unseenWork(RingSide.PRODUCER, "producer");
      case NO_CONSUMER_DATA -> unseenWork(RingSide.CONSUMER, "consumer");
      case NO_COUNTERS -> counts ? null : another("has no counters", "counts");
      case NO_NOTIFICATIONS -> notifies ? null : another("never notifies", "does");
    };
  }

  private @Nullable String unseenWork(RingSide side, String name) {
    return works.contains(side) ? null : "no access of the " + name + " to a slot was recorded";
  }

  private String another(String ring, String does) {
    return "this ring "
        + ring
        + ", and the profile "
        + profile.label()
        + " "
        + does
        + "; --profile any judges it without";
  }

  /** What a reader should know of them. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (others > 0) {
      notes.add(others + " accesses of words that are no part of the ring were not judged.");
    }
    if (!tellsModes) {
      notes.add("The steps do not tell their memory order (\"mode\"): no race was looked for.");
    }
    return notes;
  }
}

package org.sabring.properties.explore.shipped;

import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.MemoryModel.SC;

import java.util.Locale;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.shipped.PlantedEdit.Seen;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.law.Rule;

/** The mutants of the cached cursor ring. */
enum CachedRingControl {
  ROOM_TAKEN_FOR_GRANTED(
      Rule.RB104, "CachedProducer", "if (next == end) {", "if (false) {", Runs.two(SC)),
  ELEMENT_TAKEN_FOR_GRANTED(
      Rule.RB103, "CachedConsumer", "if (own == end) {", "if (false) {", Runs.end(SC)),
  WRITE_PUBLISHED_FIRST(
      Rule.RB201,
      "CachedProducer",
      """
          memory.setPlain(slot(own), element); // PWriteSlot
          publish(next);
      """,
      """
          int slot = slot(own);
          publish(next);
          memory.setPlain(slot, element);
      """,
      Runs.end(SC)),
  READ_LOADED_OPAQUE(
      Rule.RB202,
      "CachedProducer",
      "memory.getAcquire(readWord)",
      "memory.getOpaque(readWord)",
      Runs.round(RA)),
  WRITE_LOADED_OPAQUE(
      Rule.RB201,
      "CachedConsumer",
      "memory.getAcquire(writeWord)",
      "memory.getOpaque(writeWord)",
      Runs.end(RA)),
  WRITE_STORED_OPAQUE(
      Rule.RB201,
      "CachedProducer",
      "memory.setRelease(writeWord, next)",
      "memory.setOpaque(writeWord, next)",
      Runs.end(RA)),
  READ_STORED_OPAQUE(
      Rule.RB202,
      "CachedConsumer",
      "memory.setRelease(readWord, next)",
      "memory.setOpaque(readWord, next)",
      Runs.round(RA)),
  WRAPS_TOO_LATE(
      Rule.RB204,
      "CachedSide",
      "cursor + 1 == capacity ? 0",
      "cursor == capacity ? 0",
      Runs.two(SC)),
  END_BEFORE_THE_ELEMENTS(
      Rule.RB501,
      "CachedConsumer",
      "    if (end == read) {\n      return isFlagged(write)",
      "    if (isFlagged(write) || end == read) {\n      return isFlagged(write)",
      Runs.end(SC)),
  CLOSED_AND_NOT_TOLD(
      Rule.RB303,
      "CachedProducer",
      "    end = next(own);\n    notifyConsumer();",
      "    end = next(own);",
      Runs.end(SC)),
  CANCELLED_AND_NOT_TOLD(
      Rule.RB503,
      "CachedConsumer",
      "    end = own;\n    notifyProducer();",
      "    end = own;",
      Runs.cancelled(SC)),
  STORED_AND_NOT_TOLD(
      Rule.RB303,
      "CachedProducer",
      "    own = next;\n    notifyConsumer();",
      "    own = next;",
      Runs.two(SC)),
  TAKEN_AND_NOT_TOLD(
      Rule.RB303,
      "CachedConsumer",
      "    own = next;\n    notifyProducer();",
      "    own = next;",
      Runs.two(SC));

  /** The programs. */
  private static final class Runs {

    static Seen end(MemoryModel model) {
      return Seen.in(ShippedRing.ELEMENT_AND_END.on(ShippedKind.CACHED), model);
    }

    static Seen two(MemoryModel model) {
      return Seen.in(ShippedRing.TWO_ELEMENTS.on(ShippedKind.CACHED), model);
    }

    static Seen round(MemoryModel model) {
      return Seen.in(ShippedRing.ROUND.on(ShippedKind.CACHED), model);
    }

    static Seen cancelled(MemoryModel model) {
      return Seen.in(ShippedRing.CANCELLED.on(ShippedKind.CACHED), model);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts and a lambda of records
  private final PlantedEdit planted;

  CachedRingControl(Rule rule, String source, String find, String replace, Seen seen) {
    String file = "impl/src/main/java/org/sabring/ring/" + source + ".java";
    String label = "cached cursor ring: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    this.planted = new PlantedEdit(label, rule, new Edit(file, find, replace), seen);
  }

  PlantedEdit planted() {
    return planted;
  }
}

package org.sabring.spec.recorders;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A small judge of what one side did, from its own file alone and independent of the oracle:
 * whether it stays within the room, or the elements, that it has seen, moves its cursor over what
 * it has worked on, and releases it.
 */
final class Handover {
  private final boolean producer;
  private final int capacity;
  private final boolean wrapped;
  private final List<Integer> elements = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private long worked; // slots written or read
  private long moved; // where the own cursor is
  private long seen; // where it knows the other's to be
  private int next; // the part that comes next

  private Handover(Recorded recorded) {
    producer = recorded.header().get("thread").textValue().equals("P");
    capacity = recorded.header().get("capacity").intValue();
    wrapped = recorded.header().get("cursors").textValue().equals("wrapped");
    recorded.lines().forEach(this::follow);
  }

  static Handover of(Recorded recorded) {
    return new Handover(recorded);
  }

  /** What it handed over or took, in order; of slots of several words the first. */
  List<Integer> elements() {
    return elements;
  }

  List<String> complaints() {
    return complaints;
  }

  private void follow(JsonNode line) {
    String access = line.get("access").textValue();
    if (!access.equals("load") && !access.equals("store")) {
      return;
    }
    String word = line.get("word").textValue();
    String own = producer ? "write" : "read";
    if (word.equals("data")) {
      work(line);
    } else if (word.equals(own) && access.equals("store")) {
      move(line);
    } else if (!word.equals("other") && !word.equals(own)) {
      seen += ahead(line, seen);
    }
  }

  private void work(JsonNode line) {
    int part = line.path("part").asInt(0);
    if (part == 0) {
      elements.add(line.get("value").intValue());
      // The producer goes ahead of READ by what may be stored, the consumer never ahead of WRITE.
      long limit = producer ? seen + (wrapped ? capacity - 1 : capacity) : seen;
      check(line, worked < limit, producer ? "no room seen" : "no element seen");
      check(line, line.get("index").longValue() == worked % capacity, "another slot is next");
      worked++;
      next = 1;
    } else {
      check(line, part == next++, "another part is next");
    }
  }

  private void move(JsonNode line) {
    moved += ahead(line, moved);
    check(line, moved == worked, "its cursor is not where its work is");
    check(line, line.get("mode").textValue().equals("release"), "not released");
  }

  /** How far a cursor is ahead of where it was. */
  private long ahead(JsonNode line, long before) {
    long value = line.get("value").longValue();
    return wrapped
        ? Math.floorMod(value - before, capacity)
        : Math.floorMod(value - before, 1L << 32);
  }

  private void check(JsonNode line, boolean holds, String otherwise) {
    if (!holds) {
      complaints.add(otherwise + ": " + line);
    }
  }
}

package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Explorer;
import org.sabring.explore.Menu;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Schedule;
import org.sabring.explore.Story;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.properties.world.Inside;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.vectors.VectorWriter;

/** The shipped ring, held against the schedules that {@code sabring vectors} writes. */
@Tag("any-jdk")
class VectorReplayTest {

  private static final int CAPACITY = 2;
  private static final int ITEMS = 2;
  private static final int FLAG = 1 << 30;
  private static final List<String> PRODUCER = List.of("put", "timed put", "offer", "close");
  private static final List<String> CONSUMER = List.of("take", "timed take", "poll", "cancel");

  private static final List<List<JsonNode>> schedules = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    StringWriter text = new StringWriter();
    Protocol protocol = new Protocol(CAPACITY, ITEMS, CAPACITY + 2, Profile.REFERENCE, true, true);
    VectorWriter.write(protocol, text);
    ObjectMapper json = new ObjectMapper();
    for (String line : text.toString().lines().skip(1).toList()) {
      JsonNode node = json.readTree(line);
      if (node.has("schedule")) {
        schedules.add(new ArrayList<>());
      } else {
        schedules.get(schedules.size() - 1).add(node);
      }
    }
  }

  /** Puts the elements in order; calls whatever is asked for, all the time. */
  private record Puts(List<List<Operation<Producer>>> all, int stored) implements Menu<Producer> {
    @Override
    public List<Operation<Producer>> choices() {
      return all.get(stored);
    }

    @Override
    public Menu<Producer> after(Operation<Producer> called, Object answer) {
      return new Puts(all, answer.equals("STORED") ? stored + 1 : stored);
    }
  }

  private static Explorer ring() {
    List<List<Operation<Producer>>> puts = new ArrayList<>();
    for (int element = 1; element <= ITEMS + 1; element++) {
      puts.add(
          List.of(
              RingOperations.put(element),
              RingOperations.timedPut(element),
              RingOperations.offer(element),
              RingOperations.close()));
    }
    List<Operation<Consumer>> takes =
        List.of(
            RingOperations.take(),
            RingOperations.timedTake(),
            RingOperations.poll(),
            RingOperations.cancel());
    Program program =
        RingProgram.program(
            RingLayout.compact(CAPACITY), new Puts(puts, 0), Menu.anyOf(Integer.MAX_VALUE, takes));
    return new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN);
  }

  /** In the explorer's words: a choice where a call begins, and then one letter a step. */
  private static Schedule schedule(List<JsonNode> lines) {
    StringBuilder text = new StringBuilder();
    for (JsonNode line : lines) {
      String thread = line.get("thread").asText();
      if (line.has("call")) {
        String call = (line.has("timed") ? "timed " : "") + line.get("call").asText();
        int choice = (thread.equals("P") ? PRODUCER : CONSUMER).indexOf(call);
        text.append(thread).append(choice == 0 ? "" : choice);
      }
      text.append(thread).append(line.get("access").asText().equals("wake") ? "t" : "");
    }
    return new Schedule(text.toString());
  }

  /** The first line that the ring does not do as it is written; null if there is none. */
  private static @Nullable String difference(Explorer ring, List<JsonNode> lines) {
    List<Story.Line> told;
    try {
      told = ring.replay(schedule(lines)).lines();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    for (int i = 0; i < lines.size(); i++) {
      JsonNode expected = lines.get(i);
      Story.Line found = told.get(i + 1);
      String answer = answer(expected);
      boolean named =
          expected.get("access").asText().equals("wake")
              || found.text().contains(expected.get("step").asText() + " ");
      if (!named || !found.memory().equals(memory(expected)) || !ends(found.text(), answer)) {
        return "found " + found + ", expected " + expected;
      }
    }
    return null;
  }

  private static boolean ends(String text, @Nullable String answer) {
    return answer == null ? !text.contains(" -> ") : text.endsWith(" -> " + answer);
  }

  private static @Nullable String answer(JsonNode line) {
    if (!line.has("returns")) {
      return null;
    }
    boolean ends = line.get("memory").toString().contains("1073741");
    String says = line.get("returns").asText();
    boolean flagged = ends && line.get("access").asText().equals("notify");
    return switch (says) {
      case "closed" -> "true";
      case "cancelled" -> flagged ? "true" : "CANCELLED";
      case "element" -> "[" + line.get("element").asInt() + "]";
      case "timed-out" -> "TIMED_OUT";
      default -> says.toUpperCase(java.util.Locale.ROOT);
    };
  }

  private static List<Story.Held> memory(JsonNode line) {
    List<String> names =
        List.of("WRITE", "READ", "PRODUCED", "CONSUMED", "P_WAITS", "C_WAITS", "slot0", "slot1");
    List<Story.Held> words = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int word = line.get("memory").get(i).asInt();
      String value = word >= FLAG ? (word - FLAG) + "+flag" : "" + word;
      words.add(new Story.Held(names.get(i), value));
    }
    return words;
  }

  @Test
  void theShippedRingTakesEveryStepAndAnswersEveryCallAsWritten() {
    Explorer ring = ring();
    assertThat(schedules).hasSizeGreaterThan(1000);
    assertThat(schedules.stream().map(lines -> difference(ring, lines)).filter(d -> d != null))
        .isEmpty();
  }

  @Test
  void control_aSpoiltVectorIsFound() throws Exception {
    List<JsonNode> lines = new ArrayList<>(schedules.get(0));
    String spoilt = lines.get(3).toString().replace("\"memory\":[0,0,1", "\"memory\":[0,0,2");
    lines.set(3, new ObjectMapper().readTree(spoilt));
    assertThat(difference(ring(), lines)).contains("found ").contains("[0,0,2");
  }

  @Test
  void control_aSpoiltRingIsFound() throws Exception {
    assertThat(Inside.<Boolean>the("SkipSlot", Differs.class)).isTrue();
  }

  static final class Differs implements Callable<Boolean> {
    @Override
    public Boolean call() throws IOException {
      write();
      Explorer ring = ring();
      return schedules.stream().anyMatch(lines -> difference(ring, lines) != null);
    }
  }
}

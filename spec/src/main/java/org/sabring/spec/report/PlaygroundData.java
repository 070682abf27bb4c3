package org.sabring.spec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.MistakenOrder;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Promise;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.StepOrder;

/**
 * The state graphs of the page's playground: of the law's machine, and of its mutants. The page
 * only walks in them, so it knows nothing of the protocol.
 *
 * <pre>
 * capacity, items, modulus
 * steps[], says[]    the names of the steps, and what each does
 * fields[]           what the characters of a state are, in order
 * promises[]         name, rules[]
 * machines[]         name, mistake
 *   states           the states one after another, state 0 first, a character a field: a digit in
 *                    base 36; in cursors a capital letter is the flag with slot 0, 1 …; for
 *                    a step its number
 *   broken{}         for states that break promises, their numbers
 *   edges            for each state its steps, with a semicolon after it: for each the number of the
 *                    step, a character, and that of the state it leads to, with a comma between
 * </pre>
 */
final class PlaygroundData {
  /**
   * The bounds of the playground: small enough to be taken in, and large enough for full, empty,
   * and both cursors' wrap.
   */
  static final Protocol PROTOCOL = new Protocol(2, 2, 4, Profile.REFERENCE, true, false);

  private static final List<RingStep> STEPS = List.of(RingStep.values());
  private static final List<Promise> PROMISES = List.of(Promise.values());
  private static final int RADIX = 36;

  /** The same in every verdict. */
  private static final ObjectNode ALL = make();

  private PlaygroundData() {}

  static ObjectNode all() {
    return ALL.deepCopy();
  }

  private static ObjectNode make() {
    ObjectNode data = Json.object();
    data.put("capacity", PROTOCOL.capacity());
    data.put("items", PROTOCOL.items());
    data.put("modulus", PROTOCOL.modulus());
    data.set("steps", Json.strings(STEPS));
    data.set("says", Json.strings(STEPS.stream().map(RingStep::says).toList()));
    data.set("fields", Json.strings(fields()));
    ArrayNode promises = data.putArray("promises");
    for (Promise promise : PROMISES) {
      promises.addObject().put("name", promise.name()).set("rules", Json.strings(promise.rules()));
    }
    ArrayNode machines = data.putArray("machines");
    machine(machines.addObject(), "", "", PROTOCOL.order());
    for (MistakenOrder mistaken : MistakenOrder.values()) {
      String mistake = Mutants.named(mistaken.name()).orElseThrow().mistake();
      machine(machines.addObject(), mistaken.name(), mistake, mistaken.order());
    }
    return data;
  }

  private static List<String> fields() {
    List<String> fields = new ArrayList<>();
    fields.addAll(List.of("WRITE", "READ", "PRODUCED", "CONSUMED"));
    fields.addAll(List.of("PRODUCER_WAITS", "CONSUMER_WAITS"));
    for (int slot = 0; slot < PROTOCOL.capacity(); slot++) {
      fields.add("slot" + slot);
    }
    fields.addAll(List.of("pStep", "pWrite", "pRead", "pElement"));
    fields.addAll(List.of("cStep", "cWrite", "cRead", "cElement"));
    return fields;
  }

  private static void machine(ObjectNode node, String name, String mistake, StepOrder order) {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(PROTOCOL, order));
    StringBuilder states = new StringBuilder();
    StringBuilder edges = new StringBuilder();
    ObjectNode broken = Json.object();
    for (int at = 0; at < graph.states(); at++) {
      RingState state = graph.state(at);
      states.append(state(state));
      List<Integer> numbers =
          Promise.broken(state, PROTOCOL).stream().map(PROMISES::indexOf).toList();
      if (!numbers.isEmpty()) {
        numbers.forEach(broken.withArray(Integer.toString(at))::add);
      }
      int end = at + 1 == graph.states() ? graph.edges() : graph.first(at + 1);
      for (int edge = graph.first(at); edge < end; edge++) {
        edges.append(edge == graph.first(at) ? "" : ",");
        edges.append(digit(STEPS.indexOf(graph.step(edge))));
        edges.append(Integer.toString(graph.target(edge), RADIX));
      }
      edges.append(';');
    }
    node.put("name", name).put("mistake", mistake).put("states", states.toString());
    node.set("broken", broken);
    node.put("edges", edges.toString());
  }

  private static String state(RingState s) {
    StringBuilder text = new StringBuilder();
    text.append(cursor(s.write())).append(cursor(s.read()));
    text.append(digit(s.produced())).append(digit(s.consumed()));
    text.append(digit(s.producerWaits())).append(digit(s.consumerWaits()));
    s.slot().forEach(value -> text.append(digit(value)));
    text.append(digit(STEPS.indexOf(s.pStep())))
        .append(cursor(s.pWrite()))
        .append(cursor(s.pRead()));
    text.append(digit(s.pElement()));
    text.append(digit(STEPS.indexOf(s.cStep())))
        .append(cursor(s.cWrite()))
        .append(cursor(s.cRead()));
    return text.append(digit(s.cElement())).toString();
  }

  private static char digit(int value) {
    if (value < 0 || value >= RADIX) {
      throw new IllegalArgumentException("value=" + value + ", expected 0.." + (RADIX - 1));
    }
    return Character.forDigit(value, RADIX);
  }

  private static char cursor(int word) {
    int slot = MemoryLayout.cursor(word);
    return MemoryLayout.isFlagged(word) ? (char) ('A' + slot) : digit(slot);
  }
}

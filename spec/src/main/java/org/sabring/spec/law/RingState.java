package org.sabring.spec.law;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sabring.spec.law.MemoryPicture.Cell;

/**
 * A state of the protocol: the variables of {@code CursorRing.tla}, by the same names.
 *
 * @param write next slot to fill, and the closed flag
 * @param read next slot to drain, and the cancelled flag
 * @param produced elements offered, modulo the modulus of the protocol
 * @param consumed elements taken, likewise
 * @param producerWaits how often the producer waited, likewise
 * @param consumerWaits how often the consumer waited, likewise
 * @param slot the data region; 0 in a slot never filled
 * @param pStep the step that the producer takes next
 * @param pWrite WRITE as the producer loaded it
 * @param pRead READ as the producer loaded it: may be stale
 * @param pElement the element that the producer puts next
 * @param cStep the step that the consumer takes next
 * @param cWrite WRITE as the consumer loaded it: may be stale
 * @param cRead READ as the consumer loaded it
 * @param cElement the element that the consumer read last
 * @param put elements published: what both sides did, for the promises
 * @param taken elements freed, likewise
 * @param received the element freed last, likewise
 * @param ended whether the consumer has been told that there is nothing left, likewise
 */
public record RingState(
    int write,
    int read,
    int produced,
    int consumed,
    int producerWaits,
    int consumerWaits,
    List<Integer> slot,
    RingStep pStep,
    int pWrite,
    int pRead,
    int pElement,
    RingStep cStep,
    int cWrite,
    int cRead,
    int cElement,
    int put,
    int taken,
    int received,
    boolean ended) {

  /** The names of the variables. */
  public static final List<String> VARIABLES =
      Arrays.stream(RingState.class.getRecordComponents()).map(c -> c.getName()).toList();

  public RingState {
    slot = List.copyOf(slot);
  }

  /**
   * Reads a state from its variables, written as TLC writes them but for functions: {@code [1, 0]}.
   *
   * @throws IllegalArgumentException if one is missing or has no such value
   */
  public static RingState of(Map<String, String> variables) {
    Values v = new Values(variables);
    return new RingState(
        v.number("write"),
        v.number("read"),
        v.number("produced"),
        v.number("consumed"),
        v.number("producerWaits"),
        v.number("consumerWaits"),
        v.numbers("slot"),
        RingStep.valueOf(v.text("pStep")),
        v.number("pWrite"),
        v.number("pRead"),
        v.number("pElement"),
        RingStep.valueOf(v.text("cStep")),
        v.number("cWrite"),
        v.number("cRead"),
        v.number("cElement"),
        v.number("put"),
        v.number("taken"),
        v.number("received"),
        v.text("ended").equals("TRUE"));
  }

  private record Values(Map<String, String> variables) {
    String text(String name) {
      String value = variables.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no variable " + name + " in " + variables.keySet());
      }
      return value;
    }

    int number(String name) {
      return Integer.parseInt(text(name));
    }

    List<Integer> numbers(String name) {
      String inside = text(name).substring(1, text(name).length() - 1);
      return Arrays.stream(inside.split(", ")).map(Integer::valueOf).toList();
    }
  }

  /** This state as a node of a {@link StateGraph}. */
  public String node() {
    TreeMap<String, Object> variables = new TreeMap<>();
    variables.put("write", write);
    variables.put("read", read);
    variables.put("produced", produced);
    variables.put("consumed", consumed);
    variables.put("producerWaits", producerWaits);
    variables.put("consumerWaits", consumerWaits);
    variables.put("slot", slot);
    variables.put("pStep", pStep);
    variables.put("pWrite", pWrite);
    variables.put("pRead", pRead);
    variables.put("pElement", pElement);
    variables.put("cStep", cStep);
    variables.put("cWrite", cWrite);
    variables.put("cRead", cRead);
    variables.put("cElement", cElement);
    variables.put("put", put);
    variables.put("taken", taken);
    variables.put("received", received);
    variables.put("ended", ended ? "TRUE" : "FALSE");
    return StateGraph.node(variables);
  }

  /** The memory, words, then slots. */
  public MemoryPicture picture() {
    Set<RingSide> asleep = EnumSet.noneOf(RingSide.class);
    if (pStep == RingStep.PAsleep) {
      asleep.add(RingSide.PRODUCER);
    }
    if (cStep == RingStep.CAsleep) {
      asleep.add(RingSide.CONSUMER);
    }
    return new MemoryPicture(
        List.of(
            new Cell("WRITE", MemoryLayout.show(write)),
            new Cell("READ", MemoryLayout.show(read)),
            new Cell("PRODUCED", produced),
            new Cell("CONSUMED", consumed)),
        slot.stream().map(String::valueOf).toList(),
        asleep,
        "");
  }

  /**
   * What the side of a step took a word to hold, when it had taken it; this is the state after it.
   */
  public List<Cell> known(RingStep step) {
    return switch (step) {
      case PLoadWrite -> List.of(new Cell("WRITE", MemoryLayout.show(pWrite)));
      case PLoadRead -> List.of(new Cell("READ", MemoryLayout.show(pRead)));
      case PWriteSlot -> List.of(new Cell("slot" + MemoryLayout.cursor(pWrite), pElement - 1));
      case PPublish, PClose -> List.of(new Cell("WRITE", MemoryLayout.show(write)));
      case CLoadWrite -> List.of(new Cell("WRITE", MemoryLayout.show(cWrite)));
      case CLoadRead -> List.of(new Cell("READ", MemoryLayout.show(cRead)));
      case CReadSlot -> List.of(new Cell("slot" + MemoryLayout.cursor(cRead), cElement));
      case CPublish, CCancel -> List.of(new Cell("READ", MemoryLayout.show(read)));
      default -> List.of();
    };
  }

  /** A step as a line of a counterexample; this is the state after it. */
  public Interleaving.Line line(RingStep step, String beside, String note) {
    return new Interleaving.Line(
        step.side(), describe(step), known(step), picture().with(beside), note);
  }

  /** What a step did, with its values; this is the state after it. */
  public String describe(RingStep step) {
    String did =
        switch (step) {
          case PLoadWrite -> "WRITE is " + MemoryLayout.show(pWrite);
          case PLoadRead -> "READ is " + MemoryLayout.show(pRead);
          case PCountWait -> "PRODUCER_WAITS := " + producerWaits;
          case PWait -> pStep == RingStep.PAsleep ? "sleeps on READ" : "READ has changed: goes on";
          case PWriteSlot -> "slot " + MemoryLayout.cursor(pWrite) + " := " + (pElement - 1);
          case PCountProduced -> "PRODUCED := " + produced;
          case PPublish, PClose -> "WRITE := " + MemoryLayout.show(write);
          case CLoadWrite -> "WRITE is " + MemoryLayout.show(cWrite);
          case CLoadRead -> "READ is " + MemoryLayout.show(cRead);
          case CCountWait -> "CONSUMER_WAITS := " + consumerWaits;
          case CWait ->
              cStep == RingStep.CAsleep ? "sleeps on WRITE" : "WRITE has changed: goes on";
          case CReadSlot -> "slot " + MemoryLayout.cursor(cRead) + " is " + cElement;
          case CPublish, CCancel -> "READ := " + MemoryLayout.show(read);
          case CCountConsumed -> "CONSUMED := " + consumed;
          default -> step.says();
        };
    return step + ": " + did;
  }
}

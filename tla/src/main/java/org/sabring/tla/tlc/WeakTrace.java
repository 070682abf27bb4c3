package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.RingSide;

/**
 * The drawing of a behaviour of any module in the common form, by three conventions. The variable
 * {@code m} is the shared memory. Who took a step is the thread whose entry in the function {@code
 * next} changed, which says what each thread does next; without that variable it is the side with
 * whose letter the name of the action begins, as in {@code PPublish}, or, if TLC names an action
 * around it, the side whose {@code pStep} or {@code cStep} changed; if there is but one of these
 * variables, all other actions are that side's. Threads beyond P and C are named in the text. What
 * else changed is what the thread has learned, except for the variable {@code at}, which holds
 * places in programs.
 */
final class WeakTrace {

  private static final String MEMORY = "m";
  private static final String NEXT = "next";
  private static final List<String> NOT_LEARNED = List.of(MEMORY, NEXT, "at");
  private static final Map<String, String> STEPS = Map.of("P", "pStep", "C", "cStep");
  private static final Pattern ACTION = Pattern.compile("([PC])(?:[A-Z]\\w*)?");

  private WeakTrace() {}

  /**
   * @param title what it shows
   * @param states the behaviour
   * @param note what is wrong at its end
   */
  static Interleaving draw(String title, List<TlaState> states, String note) {
    List<Interleaving.Line> lines = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      String end = i == states.size() - 1 ? note : "";
      lines.add(line(i == 0 ? null : states.get(i - 1), states.get(i), end));
    }
    return new Interleaving(title, lines);
  }

  private static Interleaving.Line line(@Nullable TlaState before, TlaState state, String note) {
    String shared = state.variables().get(MEMORY);
    MemoryPicture memory = shared == null ? MemoryPicture.said("") : WeakMemoryPicture.of(shared);
    if (before == null) {
      return new Interleaving.Line(null, "at first", memory, note);
    }
    String thread = thread(before, state);
    String did = next(before).getOrDefault(thread, action(thread, before, state)).toString();
    String text = (did + learned(before, state)).strip();
    return switch (thread) {
      case "P" -> new Interleaving.Line(RingSide.PRODUCER, text, memory, note);
      case "C" -> new Interleaving.Line(RingSide.CONSUMER, text, memory, note);
      case "" -> new Interleaving.Line(null, text, memory, note);
      default -> new Interleaving.Line(null, "thread " + thread + ": " + text, memory, note);
    };
  }

  private static String thread(TlaState before, TlaState state) {
    Map<String, Object> next = next(state);
    for (Map.Entry<String, Object> entry : next(before).entrySet()) {
      if (!entry.getValue().equals(next.get(entry.getKey()))) {
        return entry.getKey();
      }
    }
    Matcher action = ACTION.matcher(state.action());
    return action.matches() ? action.group(1) : stepped(before, state);
  }

  /** The side that took a step; who notifies may change the other's step as well. */
  private static String stepped(TlaState before, TlaState state) {
    List<String> sides =
        STEPS.keySet().stream()
            .filter(side -> state.variables().containsKey(STEPS.get(side)))
            .toList();
    if (sides.size() == 1) {
      return sides.get(0);
    }
    List<String> changed =
        sides.stream().filter(side -> !step(side, before).equals(step(side, state))).toList();
    return changed.stream()
        .filter(side -> changed.size() == 1 || step(side, before).equals(side + "Notify"))
        .findFirst()
        .orElse("");
  }

  private static String action(String side, TlaState before, TlaState state) {
    boolean named =
        ACTION.matcher(state.action()).matches()
            || !STEPS.containsKey(side)
            || !state.variables().keySet().containsAll(STEPS.values());
    return named ? state.action() : step(side, before);
  }

  private static String step(String side, TlaState state) {
    return state.variables().getOrDefault(STEPS.getOrDefault(side, ""), "");
  }

  private static Map<String, Object> next(TlaState state) {
    return entries("", state.variables().getOrDefault(NEXT, "[]"));
  }

  /** What changed apart from the memory; a variable that ends in Step says where it goes on. */
  private static String learned(TlaState before, TlaState state) {
    StringBuilder text = new StringBuilder();
    Map<String, String> rest = new TreeMap<>(state.variables());
    NOT_LEARNED.forEach(rest::remove);
    String onward = "";
    for (Map.Entry<String, String> variable : rest.entrySet()) {
      String old = Objects.requireNonNull(before.variables().get(variable.getKey()));
      if (variable.getValue().equals(old)) {
        continue;
      }
      if (variable.getKey().endsWith("Step")) {
        onward = " -> " + variable.getValue();
        continue;
      }
      Map<String, Object> was = entries(variable.getKey(), old);
      entries(variable.getKey(), variable.getValue())
          .forEach(
              (name, value) -> {
                if (!value.equals(was.get(name))) {
                  text.append(' ').append(name).append('=').append(value);
                }
              });
    }
    return text + onward;
  }

  /** The entries of a function; anything else is one entry under its own name. */
  private static Map<String, Object> entries(String name, String text) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (isFunction(text) && TlaValue.parse(text) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entries.put(key.toString(), value));
    } else {
      entries.put(name, text);
    }
    return entries;
  }

  /** Functions on 0..n are lists of their values already: those are one entry. */
  private static boolean isFunction(String text) {
    boolean isRecord = text.startsWith("[") && (text.equals("[]") || text.contains("|->"));
    return isRecord || text.startsWith("(");
  }
}

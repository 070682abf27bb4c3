package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule: the choices of an execution, in order, as a short text. Each choice is the letter of
 * a side, and after it, if it is not the ordinary step, the option: {@code C1} reads a store that
 * one newer store has replaced, {@code Pd} drains a store of P, {@code Cs Ct Ci} wake C for no
 * reason, because its time is up, by an interrupt, and {@code Px} is the end of P. Where a side
 * chooses what to call, {@code P} is the first on its menu and {@code P1} the second; {@code Pf} is
 * a weak compare-and-set of P that fails for no reason.
 */
public record Schedule(String text) {

  /**
   * A choice.
   *
   * @param letter of the side
   * @param option as in {@link Step}
   */
  public record Choice(char letter, char option) {
    @Override
    public String toString() {
      return option == Step.FIRST ? String.valueOf(letter) : "" + letter + option;
    }
  }

  /** Of choices, in order. */
  public static Schedule of(List<Choice> choices) {
    StringBuilder text = new StringBuilder();
    choices.forEach(text::append);
    return new Schedule(text.toString());
  }

  /**
   * The choices.
   *
   * @throws IllegalArgumentException naming the first character that cannot stand there
   */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        throw new IllegalArgumentException(
            "schedule[%d]=%s, expected the letter of a side".formatted(i, letter));
      }
      boolean plain = i + 1 == text.length() || Character.isUpperCase(text.charAt(i + 1));
      choices.add(new Choice(letter, plain ? Step.FIRST : text.charAt(++i)));
    }
    return choices;
  }

  @Override
  public String toString() {
    return text;
  }
}

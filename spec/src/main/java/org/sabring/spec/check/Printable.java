package org.sabring.spec.check;

/**
 * An escaper of control characters, for text from recordings that is shown in a terminal or a
 * report.
 */
public final class Printable {
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /**
   * The text with each control character, each half of a surrogate pair and each non-character
   * replaced: none of them may stand in XML, and on a terminal they are commands. Tabs and line
   * feeds stay.
   */
  public static String clean(String text) {
    if (text.codePoints().allMatch(Printable::isPrintable)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isPrintable(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isPrintable(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE;
    return !Character.isISOControl(c) && !surrogate && !nonCharacter;
  }
}
